fn main() {
    for f in std::env::args().skip(1) {
        let t = std::time::Instant::now();
        match staffcast::scenario::load(std::path::Path::new(&f), &[], None) {
            Ok(s) => println!(
                "{f}: {} policies, {} streams, {} inputs {:?}",
                s.policies.len(),
                s.policies[0].scenario.streams.len(),
                s.policies[0].scenario.inputs.len(),
                t.elapsed()
            ),
            Err(p) => println!("{}", p.render(staffcast::scenario::Lang::Ru, false)),
        }
    }
}
