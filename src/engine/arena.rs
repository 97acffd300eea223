//! Arena: slots that are reused, so that a running model allocates nothing.

/// Values in slots; a removed value's slot is given to the next one.
#[derive(Clone, Debug)]
pub(crate) struct Arena<T> {
    slots: Vec<T>,
    free: Vec<u32>,
}

impl<T: Copy + Default> Default for Arena<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Copy + Default> Arena<T> {
    /// No values.
    pub(crate) fn new() -> Self {
        Self { slots: Vec::new(), free: Vec::new() }
    }

    /// Forgets all values, keeping the memory.
    pub(crate) fn clear(&mut self) {
        self.slots.clear();
        self.free.clear();
    }

    /// Takes a free slot, in which any value may stand: the caller puts the right one there.
    #[inline(always)]
    pub(crate) fn reserve(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| self.add())
    }

    #[cold]
    fn add(&mut self) -> u32 {
        self.slots.push(T::default());
        (self.slots.len() - 1) as u32
    }

    /// Frees a slot. The caller forgets it.
    #[inline]
    pub(crate) fn remove(&mut self, slot: u32) {
        self.free.push(slot);
    }

    /// The value of a slot.
    #[inline]
    pub(crate) fn get(&self, slot: u32) -> &T {
        &self.slots[slot as usize]
    }

    /// The value of a slot, to change it.
    #[inline]
    pub(crate) fn get_mut(&mut self, slot: u32) -> &mut T {
        &mut self.slots[slot as usize]
    }

    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// How many values pass a test. It is asked about what stood in free slots as well, which is taken
    /// off again: that needs no list of the slots in use.
    pub(crate) fn count(&self, passes: impl Fn(u32, &T) -> bool) -> usize {
        let passed = |slot: &u32| passes(*slot, self.get(*slot));
        let all = (0..self.slots.len() as u32).filter(passed).count();
        all - self.free.iter().filter(|slot| passed(slot)).count()
    }

    /// Every slot in use, lowest first. Slow: for the end of a run.
    pub(crate) fn occupied(&self) -> Vec<u32> {
        let mut used = vec![true; self.slots.len()];
        for &slot in &self.free {
            used[slot as usize] = false;
        }
        (0..self.slots.len() as u32).filter(|&slot| used[slot as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_slot_is_used_again() {
        let mut arena = Arena::new();
        let insert = |arena: &mut Arena<char>, value| {
            let slot = arena.reserve();
            *arena.get_mut(slot) = value;
            slot
        };
        let (a, b) = (insert(&mut arena, 'a'), insert(&mut arena, 'b'));
        arena.remove(a);
        assert_eq!(arena.len(), 1);
        assert_eq!(insert(&mut arena, 'c'), a);
        assert_eq!((*arena.get(a), *arena.get(b)), ('c', 'b'));
        assert_eq!(arena.len(), 2);
        assert_eq!(arena.occupied(), [a, b]);
        assert_eq!(arena.count(|_, _| true), 2);
    }
}
