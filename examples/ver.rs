//! temp
use staffcast::verify::*;
fn main(){ let a: Vec<String>=std::env::args().collect(); let depth=match a[1].as_str(){"quick"=>Depth::Quick,"usual"=>Depth::Usual,_=>Depth::Full};
 let seed=a.get(2).map_or(20260126,|s|s.parse().unwrap());
 let t=std::time::Instant::now();
 let o=Options{seed,threads:0,depth,fault:None};
 let rows=verify(&o,&|_|(),&std::sync::atomic::AtomicBool::new(false)).unwrap();
 for r in &rows { println!("{},{},{:.6},{:.6},{:.6},{:.6},{},{:.3}", r.case,r.measure,r.exact,r.simulated,r.interval.0,r.interval.1,r.verdict.key(),r.strain()); }
 eprintln!("{} rows, {} fail, {:?}", rows.len(), rows.iter().filter(|r|r.verdict==Verdict::Fail).count(), t.elapsed()); }
