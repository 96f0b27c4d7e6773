/// Checks of the whole: programs through a real server, and what they must do there. Nothing here
/// is part of the application.
@NullMarked
package dev.interleave.checks;

import org.jspecify.annotations.NullMarked;
