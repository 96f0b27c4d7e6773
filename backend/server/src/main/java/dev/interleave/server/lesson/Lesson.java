package dev.interleave.server.lesson;

/// One lesson.
///
/// @param name its folder's name, which is also its id
/// @param title its title
/// @param section the section of the guide
/// @param order where it stands in the list
/// @param text what it says, in Markdown
/// @param lookFor what to look for in the lanes, in Markdown
/// @param rust the Rust it comes from, or empty
/// @param source the Java
public record Lesson(
        String name,
        String title,
        String section,
        int order,
        String text,
        String lookFor,
        String rust,
        String source) {}
