package dev.interleave.model.program;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.frame.WireWriter;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Program.EntryPoint;

/// A program as bytes, both ways.
public final class ProgramCodec {
    private ProgramCodec() {}

    /// The program as bytes.
    public static byte[] write(Program program) {
        return new WireWriter()
                .list(
                        program.classes(),
                        (out, type) -> out.text(type.name()).blob(type.bytes().array()))
                .list(
                        program.steps(),
                        (out, step) -> out.text(step.className()).text(step.method()))
                .list(
                        program.sites(),
                        (out, site) ->
                                out.i32(site.line()).text(site.className()).text(site.method()))
                .list(program.names(), WireWriter::text)
                .list(program.variables(), ProgramCodec::write)
                .toBytes();
    }

    /// Writes a variable.
    public static void write(WireWriter out, Variable variable) {
        out.u8(variable.flags()).u8(variable.type()).text(variable.label());
    }

    /// Reads a variable.
    public static Variable readVariable(WireReader in) {
        return new Variable(in.u8(), (char) in.u8(), in.text());
    }

    /// Reads a program; bytes that are none are a [dev.interleave.model.frame.WireException].
    public static Program read(byte[] bytes) {
        var in = new WireReader(bytes);
        var program =
                new Program(
                        in.list(each -> new ClassBytes(each.text(), Bytes.wrap(each.blob()))),
                        in.list(each -> new EntryPoint(each.text(), each.text())),
                        in.list(each -> new Site(each.i32(), each.text(), each.text())),
                        in.list(WireReader::text),
                        in.list(ProgramCodec::readVariable));
        in.end();
        return program;
    }
}
