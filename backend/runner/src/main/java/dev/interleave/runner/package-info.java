/// The process that runs one program: it loads the program, records what its threads do, and tells
/// the server. Nothing here may depend on the program's good manners: it shares a virtual machine
/// with us.
@NullMarked
package dev.interleave.runner;

import org.jspecify.annotations.NullMarked;
