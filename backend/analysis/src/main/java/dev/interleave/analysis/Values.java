package dev.interleave.analysis;

/// Values of variables, as the source would write them.
final class Values {
    private Values() {}

    /// A value as it is recorded: the bits of a primitive one, or the number of an object.
    ///
    /// @param type as a class file's descriptor begins
    static String of(char type, long bits, Names names) {
        return switch (type) {
            case 'Z' -> bits == 0 ? "false" : "true";
            case 'C' -> "'" + (char) bits + "'";
            case 'J' -> bits + "L";
            case 'F' -> (float) Double.longBitsToDouble(bits) + "f";
            case 'D' -> String.valueOf(Double.longBitsToDouble(bits));
            case 'B', 'S', 'I' -> String.valueOf(bits);
            default -> bits == 0 ? "null" : names.value((int) bits);
        };
    }
}
