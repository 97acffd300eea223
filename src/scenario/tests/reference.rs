use super::*;
#[test]
fn ships() {
    for f in [
        "pass24",
        "pass24-claimed-load",
        "klientskaya-baza",
        "reference",
    ] {
        let start = std::time::Instant::now();
        match load(
            std::path::Path::new(&format!("/work/wt/cnt/scenarios/{f}.toml")),
            &[],
            None,
        ) {
            Ok(s) => println!(
                "{f} ok {} policies, {} inputs {:?} {:?}\n{:?}",
                s.policies.len(),
                s.baseline().scenario.inputs.len(),
                start.elapsed(),
                s.baseline().scenario.notes,
                s.baseline()
                    .scenario
                    .inputs
                    .iter()
                    .map(|i| i.title.ru.clone())
                    .collect::<Vec<_>>()
            ),
            Err(p) => println!("{p}"),
        }
    }
    for e in std::fs::read_dir("/work/wt/cnt/scenarios/verification").unwrap() {
        let p = e.unwrap().path();
        if let Err(e) = load(&p, &[], None) {
            println!("{e}");
        }
    }
}
