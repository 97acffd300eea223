//! The staffing maps: whose there are, what their titles say, and what is marked on them.

use super::super::map::maps;
use super::{decided, plan};
use crate::ids::RoleId;
use crate::plan::staged::data::{Here, MapCell, Staged};
use crate::report::{Chart, Figure};
use crate::scenario::{Lang, Text};

#[test]
fn the_map_needs_more_people_only_where_those_tried_do_not_suffice() {
    let mut plan = plan();
    let title = |plan: &Staged| maps(decided(plan, Lang::En)).remove(0).title;
    assert!(title(&plan).contains(": 2 to 9 people and more, depending"), "{}", title(&plan));
    plan.map.iter_mut().for_each(|it| it.people = it.people.or(Some(10)));
    assert!(title(&plan).contains(": 2 to 10 people, depending"), "{}", title(&plan));
}

#[test]
fn the_map_names_the_table_whose_numbers_differ_only_where_there_is_one() {
    let mut plan = plan();
    let subtitle = |plan: &Staged| maps(decided(plan, Lang::En)).remove(0).subtitle;
    assert!(subtitle(&plan).contains("the table “How many people to have"), "{}", subtitle(&plan));
    plan.tables.clear();
    assert!(!subtitle(&plan).contains("the table"), "{}", subtitle(&plan));
}

#[test]
fn every_hired_role_whose_cells_differ_has_a_map_with_what_is_marked_on_it() {
    let mut plan = plan();
    let role = RoleId(if plan.map[0].role == RoleId(0) { 1 } else { 0 });
    let people = |index: usize| Some(2 + index as u32 % 2);
    let cells = plan.map.iter().enumerate();
    let cells = cells.map(|(index, it)| MapCell { role, people: people(index), ..it.clone() });
    let cells: Vec<MapCell> = cells.collect();
    plan.map.extend(cells);
    let (now, then) = ((250.0, 20.0), (400.0, 20.0));
    plan.here.push(Here { role, reading: Text::default(), now, then });
    let found = maps(decided(&plan, Lang::En));
    let keys: Vec<&str> = found.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["staffing-map", "staffing-map-2"]);
    let arrows = |it: &Chart| match &it.figure {
        Figure::Areas(areas) => areas.arrows.len(),
        _ => 0,
    };
    assert_eq!(found.iter().map(arrows).collect::<Vec<usize>>(), [2, 1]);
    plan.map.iter_mut().filter(|it| it.role == role).for_each(|it| it.people = Some(2));
    assert_eq!(maps(decided(&plan, Lang::En)).len(), 1, "one number needs no map");
}
