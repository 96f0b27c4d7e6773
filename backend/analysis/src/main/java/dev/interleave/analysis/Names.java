package dev.interleave.analysis;

/// What the numbers in events are called, for sentences.
public interface Names {
    /// The name of a lane.
    String lane(int lane);

    /// The name of an object, with its class when the name alone says too little.
    String object(int object);

    /// An object as the value of a variable: what it says of itself, for strings and the like, else
    /// its class.
    String value(int object);

    /// The line of a site in the editor, or 0.
    int line(int site);

    /// The class and method of a site, or empty for code that is not the user's.
    String method(int site);
}
