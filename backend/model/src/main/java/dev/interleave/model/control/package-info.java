/// What a controlled run is asked for and says: strategies, schedules, and how a search went.
@NullMarked
package dev.interleave.model.control;

import org.jspecify.annotations.NullMarked;
