/// What tests of this module and of others share: tools of the system, and fakes.
@NullMarked
package dev.interleave.sandbox.testing;

import org.jspecify.annotations.NullMarked;
