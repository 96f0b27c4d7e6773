package dev.interleave.server.web;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the fields of a request, or refuses it in one sentence that says what, limit and actual.
final class Fields {
    private static final int SHOWN_CHARACTERS = 40;

    private Fields() {}

    /// Whether an optional field is left out.
    static boolean isAbsent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    /// A whole number in a range; `error` is the code of the refusal.
    static int whole(JsonNode field, String name, int least, int most, String error) {
        if (!field.isInt() || field.intValue() < least || field.intValue() > most) {
            throw new Refused(
                    400,
                    error,
                    String.format(
                            Locale.ROOT,
                            "%s must be a whole number from %,d to %,d; it is %s",
                            name,
                            least,
                            most,
                            describe(field)));
        }
        return field.intValue();
    }

    /// An optional flag, which is off when it is left out.
    static boolean flag(JsonNode field, String name, String error) {
        if (!isAbsent(field) && !field.isBoolean()) {
            throw new Refused(
                    400, error, name + " must be true or false; it is " + describe(field));
        }
        return field.asBoolean();
    }

    /// One of several values, by its text.
    static <T> T named(
            JsonNode field, String name, T[] values, Function<T, String> text, String error) {
        for (T value : values) {
            if (field.isTextual() && text.apply(value).equals(field.textValue())) {
                return value;
            }
        }
        String choices =
                Arrays.stream(values)
                        .map(value -> '"' + text.apply(value) + '"')
                        .collect(Collectors.joining(", "));
        throw new Refused(
                400, error, name + " must be one of " + choices + "; it is " + describe(field));
    }

    /// What somebody sent, short enough to be repeated to them.
    static String describe(JsonNode field) {
        if (field.isMissingNode()) {
            return "missing";
        }
        String text =
                field.isValueNode()
                        ? field.toString()
                        : "an " + field.getNodeType().toString().toLowerCase(Locale.ROOT);
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
