//! Typed positions in vectors: a name in a scenario becomes one of these and is never looked up again.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// From a position in a vector.
            pub const fn new(index: usize) -> Self {
                Self(index as u32)
            }

            /// The position in a vector.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// One person (or former, or future person) of the department.
    AgentId
);
id!(
    /// A role, in the order of the scenario file.
    RoleId
);
id!(
    /// What some people of a role can do and others cannot.
    SkillId
);
id!(
    /// A stream of work, in the order of the scenario file.
    StreamId
);
id!(
    /// A service level agreement.
    SlaId
);
id!(
    /// A quantity that changes with time.
    DriverId
);
id!(
    /// A compiled calendar; 0 is the scenario's own.
    CalendarId
);
id!(
    /// An uncertain input.
    InputId
);
id!(
    /// A kind of wait that clocks may pause in, such as `development`.
    WaitId
);
id!(
    /// A named moment of an item's life.
    MarkId
);
