//! Side by side: how many items of a step one person serves at a time.

use crate::scenario::keys::EffortFile;
use crate::scenario::model::Text;
use crate::scenario::problem::say;
use crate::scenario::reader::Check;
use crate::scenario::route::SideBySide;

/// How a person serves several items of a step at a time: absent is fine, wrong is not. `alone`: whether
/// the step must fit into a day, `personal`: whether each has work of their own, `several`: whether
/// any of several roles may do it.
#[allow(clippy::option_option)]
pub(super) fn side_by_side(
    file: &EffortFile<'_>,
    (alone, personal, several): (bool, bool, bool),
    c: &mut Check<'_>,
) -> Option<Option<SideBySide>> {
    let (most, slower) = (file.at_once.read(c)?, file.slower.read(c)?);
    let (at, most) = match (&file.at_once.at, most, &file.slower.at) {
        (Some(at), Some(most), _) => (at, most),
        (.., None) => return Some(None),
        (.., Some(at)) => {
            let what =
                say!("slower без at_once ничего не значит", "slower means nothing without at_once");
            let instead = say!(
                "добавьте at_once = 3 или уберите slower",
                "add at_once = 3, or remove slower"
            );
            c.wrong(at, what, instead);
            return None;
        }
    };
    let one_of_two = || say!("уберите одно из двух", "remove one of the two");
    let mut problems: Vec<(Text, Text)> = Vec::new();
    if slower.is_none() {
        let what = say!(
            "не сказано, насколько дольше каждый из нескольких",
            "it is not said by how much each of several takes longer"
        );
        let instead = say!(
            "slower = \"30%\": при двух каждый дольше на 30 %, при трёх — на 60 %; \"0%\" — не дольше",
            "slower = \"30%\": of two each takes 30 % longer, of three 60 %; \"0%\" for no longer"
        );
        problems.push((what, instead));
    }
    if alone {
        let what = say!(
            "at_once не сочетается с within_day и together_with: такую работу делают по одной",
            "at_once does not go with within_day or together_with: such work is done one at a time"
        );
        problems.push((what, one_of_two()));
    }
    if personal {
        let what = say!(
            "at_once не сочетается с for_each: у каждого своя работа",
            "at_once does not go with for_each: each has work of their own"
        );
        problems.push((what, one_of_two()));
    }
    if several {
        let what = say!(
            "at_once не сочетается со списком ролей",
            "at_once does not go with a list of roles"
        );
        let instead = say!(
            "назовите одну роль; кто в другие часы — в её people",
            "name one role; whoever works other hours stands in its people"
        );
        problems.push((what, instead));
    }
    let is_sound = problems.is_empty();
    problems.into_iter().for_each(|(what, instead)| c.wrong(at, what, instead));
    Some(slower.filter(|_| is_sound).map(|slower| SideBySide { most, slower }))
}
