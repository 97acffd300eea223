//! scratch
use staffcast::scenario::*; use staffcast::plan::{goal::*, lab::*, need::*, seen::*};
fn main(){
 let path=std::env::args().nth(1).unwrap();
 let study=match load(std::path::Path::new(&path), &[], Some(Lang::En)){Ok(s)=>s,Err(p)=>{println!("{}",p);return}};
 let b=&study.baseline().scenario;
 let stop=std::sync::atomic::AtomicBool::new(false);
 let run=Run::new(1,0,&|_|(),&stop);
 let lab=Lab::new(&study,&run,goals_of(b));
 let r:Vec<u64>=(0..50).collect();
 let sc=with_staff(b,&lab.lattice,&[17,9,7,5]);
 let s:Vec<Seen>=run.batch(&sc,&r,|rec,_|Seen::of(rec,&sc,&lab.goals)).unwrap();
 let i=5; let g=&lab.goals[i]; println!("{:?}",g);
 for x in &s { let m=missed(g,x,i); if let Some(q)=m.first_from(0) { println!("{q} {:?} came {:?} dec {:?}", quarter(g,x,i,q), &x.came(i), &x.decided(i).iter().map(|d|(d.met,d.all)).collect::<Vec<_>>()); } }
}
