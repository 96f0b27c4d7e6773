package dev.interleave.analysis.races;

/// A data race, with how its accesses looked.
///
/// @param kind what kind of memory it is on
/// @param name of a field, what the page calls it: `Counter.count`; of a collection or other
///   object, its class; else empty
/// @param type the type of its values, as a class file's descriptor begins
/// @param earlier the access that came first
/// @param later the access that the race was found at
public record SightedRace(Kind kind, String name, char type, Sighting earlier, Sighting later) {
    /// What kind of memory.
    public enum Kind {
        /// A field, static or not.
        FIELD,
        /// An element of an array.
        ELEMENT,
        /// All of a collection that is made for one thread at a time.
        COLLECTION,
        /// All of another object that is.
        OBJECT
    }
}
