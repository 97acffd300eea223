//! Skills: a name is known once any list of `skills` has it, and is asked for by steps.

use super::book::Book;
use crate::ids::SkillId;
use crate::scenario::model::Skills;
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::tree::Node;

/// Every skill that anybody is said to have, of roles, their people and hires, in the order of the file.
pub(super) fn names(root: &At<'_>) -> Names {
    let mut names = Names::new("навык", "skill", []);
    collect(root.node, &mut names);
    names
}

fn collect(node: &Node, names: &mut Names) {
    if let Some(skills) = node.table().and_then(|it| it.get("skills")) {
        // A single name counts as a list of one.
        let listed = std::iter::once(skills).chain(skills.list().unwrap_or(&[]));
        listed.filter_map(Node::text).for_each(|it| {
            names.add(it);
        });
    }
    node.list().unwrap_or(&[]).iter().for_each(|it| collect(it, names));
    let entries = node.table().map_or(&[][..], |it| &it.entries);
    entries.iter().for_each(|it| collect(&it.node, names));
}

/// Some skills of somebody.
pub(super) fn skills(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Skills> {
    let found = book.skills.find_all(at, c);
    let most = Skills::MOST;
    if found.iter().any(|it| *it >= most) {
        let what = say!("больше {most} навыков", "more than {most} skills");
        c.wrong(
            at,
            what,
            say!(
                "назовите только те, которых нет у всех",
                "name only those that not everybody has"
            ),
        );
        return None;
    }
    Some(found.into_iter().map(SkillId::new).collect())
}

/// What a step asks for: absent is fine, wrong is not. `personal`: whether each has work of their own.
#[allow(clippy::option_option)]
pub(super) fn asked(
    at: Option<&At<'_>>,
    personal: bool,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Option<SkillId>> {
    let Some(at) = at else { return Some(None) };
    if personal {
        let what = say!(
            "skill не сочетается с for_each: у каждого своя работа",
            "skill does not go with for_each: each has work of their own"
        );
        c.wrong(at, what, say!("уберите одно из двух", "remove one of the two"));
        return None;
    }
    book.skills.find(at, c).map(|it| Some(SkillId::new(it)))
}
