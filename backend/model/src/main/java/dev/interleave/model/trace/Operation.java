package dev.interleave.model.trace;

import java.util.List;
import java.util.Optional;

/// One row for each method of `java.util.concurrent` that is seen in the lanes: a new primitive is
/// new rows, nothing else.
///
/// The row says which method is woven, what it means ([Role]) and how the page speaks of it.
///
/// @param number what stands for the row in a record, 1 or more
/// @param owner the class that declares the method, with slashes
/// @param method the method's name
/// @param descriptor its parameters and result, as in a class file
/// @param role what it means for the lanes
/// @param label what the page calls it, such as `Semaphore.acquire`
/// @param phrase what a thread inside it does, where `{}` stands for the object: "waits for a
///   permit of {}"
public record Operation(
        int number,
        String owner,
        String method,
        String descriptor,
        Role role,
        String label,
        String phrase) {

    /// All rows, in the order of their numbers.
    public static final List<Operation> ALL = new OperationTable().rows();

    /// The row with the given number, or empty for 0 and numbers that are not in the table.
    public static Optional<Operation> tryOf(int number) {
        return number < 1 || number > ALL.size()
                ? Optional.empty()
                : Optional.of(ALL.get(number - 1));
    }
}
