//! temp
use staffcast::measure::Prepared;
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let reps: u64 = std::env::args().nth(2).unwrap().parse().unwrap();
    let filter = std::env::args().nth(3).unwrap_or_default();
    let study = staffcast::scenario::load(std::path::Path::new(&f), &[], None)
        .map_err(|p| println!("{}", p.render(staffcast::scenario::Lang::Ru, false)))
        .unwrap();
    for p in study.policies.iter().filter(|p| p.key.contains(&filter)) {
        let pr = Prepared::new(&p.scenario);
        let mut s = pr.simulator();
        let n = std::time::Instant::now();
        let c = pr.columns().len();
        let mut sum = vec![0.0; c];
        for r in 0..reps {
            let x = s.replicate(p.scenario.seed, r);
            for i in 0..c {
                sum[i] += x.total[i] / reps as f64;
            }
        }
        println!(
            "== {} {:.2} ms/rep",
            p.key,
            n.elapsed().as_secs_f64() * 1000.0 / reps as f64
        );
        if std::env::args().nth(4).is_some() {
            for i in 0..c {
                println!(
                    "{} {} {:.4}",
                    pr.columns()[i].measure,
                    pr.columns()[i].scope,
                    sum[i]
                );
            }
        }
    }
}
