mod fixture;
#[test]
fn write_out() {
    let d = fixture::document();
    let t = std::time::Instant::now();
    let page = staffcast::report::html::page(&d);
    println!("{:?} {}", t.elapsed(), page.len());
    std::fs::create_dir_all("/tmp/page").unwrap();
    std::fs::write("/tmp/page/report.html", page).unwrap();
}
