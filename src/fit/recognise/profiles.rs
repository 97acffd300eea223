//! Product profiles: what the columns of each product are called.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One product.
#[derive(Debug, Deserialize)]
pub(super) struct Product {
    pub(super) name: String,
    /// Headers that tell it from others.
    typical: Vec<String>,
    /// The unit of bare numbers in its column of effort.
    pub(super) effort_unit: Option<String>,
    /// Names of columns by field, the best first.
    #[serde(flatten)]
    fields: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct File {
    products: Vec<Product>,
}

/// Every product that is known.
pub(super) static PRODUCTS: LazyLock<Vec<Product>> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("profiles.toml")).expect("the profiles are a table of lists");
    file.products
});

impl Product {
    /// How many of the typical headers are there.
    pub(super) fn likeness(&self, headers: &[String]) -> usize {
        self.typical.iter().filter(|it| headers.contains(it)).count()
    }

    /// What a field may be called.
    pub(super) fn names(&self, field: &str) -> impl Iterator<Item = &String> {
        self.fields.get(field).into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::*;

    #[test]
    fn profiles_speak_of_fields_that_exist_and_in_lower_case() {
        for product in PRODUCTS.iter() {
            for (field, names) in &product.fields {
                assert!(Field::named(field).is_some(), "{}: {field}", product.name);
                assert!(names.iter().all(|it| *it == it.to_lowercase()), "{names:?}");
            }
            assert!(product.fields.contains_key("created"), "{}", product.name);
        }
    }
}
