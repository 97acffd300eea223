//! scratch
use staffcast::scenario::*; use staffcast::plan::{decision::*, lab::Run}; use std::time::Instant;
fn main(){
 let path=std::env::args().nth(1).unwrap(); let seed=std::env::args().nth(2).map_or(1,|s|s.parse().unwrap());
 let set:Vec<(String,String)>=std::env::args().skip(4).map(|a|{let (k,v)=a.split_once("=").unwrap();(k.into(),v.into())}).collect(); let mut study=match load(std::path::Path::new(&path), &set, Some(Lang::En)){Ok(s)=>s,Err(p)=>{println!("{}",p);return}};
 if let Some(i)=study.policies.iter().position(|p|Some(&p.key)==std::env::args().nth(3).as_ref()) {study.policies.swap(0,i);}
 let n=Instant::now();
 let stop=std::sync::atomic::AtomicBool::new(false);
 let run=Run::new(seed,0,&|_|(),&stop);
 let q=Question{study:&study,confidence:study.baseline().scenario.planning.confidence,budget:Budget::FULL};
 let p=find(&q,&run).unwrap();
 let b=&study.baseline().scenario;
 for (i,(g,f)) in p.promises.goals.iter().zip(&p.promises.from).enumerate() { println!("{} asked {} planned {} from quarter {} roles {:?}", b.slas[g.sla.index()].key,g.asked,g.share,f,g.roles);
   let s=p.lab.recall(&p.candidate,&p.fresh); println!("    kept {}/{}", s.iter().filter(|s|p.promises.kept_goal(s,i)).count(), s.len()); }
 for n in &p.needs { let mut d=n.dates(); d.sort_by(f64::total_cmp); let mut f=n.first.clone(); f.sort_by(f64::total_cmp); println!("need {} after {}: {:?} {:?} {:?} first {:?} {:?} {:?}", b.roles[p.lab.lattice.openings[n.opening].role.index()].key, n.after, d[d.len()/10],d[d.len()/2],d[d.len()*9/10], f[f.len()/10],f[f.len()/2],f[f.len()*9/10]); }
 for (o,h) in p.lab.lattice.openings.iter().zip(&p.candidate.hires) { println!("{}: {:?}", b.roles[o.role.index()].key, h.iter().map(|s|o.slots[*s as usize].date.to_string()).collect::<Vec<_>>()); }
 for m in &p.lab.moves {println!("move {} {:?} {:?}", m.key,m.kind,m.relieves)}
 println!("attained {} moves {:?} cost {} proved {} {:?} without {:?} spent {} {:?}", p.attained, p.candidate.moves, p.lab.cost(&p.candidate), p.proved,p.with,p.without,p.lab.spent(), n.elapsed());
}
