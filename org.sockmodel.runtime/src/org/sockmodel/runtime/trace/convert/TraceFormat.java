package org.sockmodel.runtime.trace.convert;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;
import org.sockmodel.runtime.trace.pcap.PcapngWriter;
import org.sockmodel.runtime.trace.perfetto.PerfettoWriter;
import org.sockmodel.runtime.trace.perfetto.json.ChromeWriter;

/** The formats that traces are written in. */
public enum TraceFormat {

  /** Common Trace Format 1.8, a folder, in the layout of LTTng's kernel tracer. */
  CTF("ctf", TraceFormat::ctf),
  /** The text of tracefs' {@code trace} file, with nanoseconds. */
  FTRACE("ftrace", (target, source) -> new FtraceWriter(target, source.statistics().cpus())),
  /** Perfetto's protobuf. */
  PERFETTO("perfetto", (target, source) -> new PerfettoWriter(target)),
  /** JSON for Chrome's trace viewer. */
  CHROME("chrome", (target, source) -> new ChromeWriter(target)),
  /** The packets alone, without their data. */
  PCAPNG("pcapng", (target, source) -> new PcapngWriter(target));

  /** Starts a trace like another. */
  private interface Opening {
    TraceWriter open(Path target, TraceReader source) throws TraceException;
  }

  private final String symbol;
  private final Opening opening;

  TraceFormat(String symbol, Opening opening) {
    this.symbol = symbol;
    this.opening = opening;
  }

  /** The format of that name. */
  public static Optional<TraceFormat> of(String symbol) {
    return Stream.of(values()).filter(format -> format.symbol.equals(symbol)).findFirst();
  }

  /** What people call it. */
  public String symbol() {
    return symbol;
  }

  /** Starts a trace that is to hold the events of {@code source}, which has delivered its first event. */
  TraceWriter open(Path target, TraceReader source) throws TraceException {
    return opening.open(target, source);
  }

  /** Every event tells its task: sources that do not know it say so in each. */
  private static TraceWriter ctf(Path target, TraceReader source) throws TraceException {
    return new CtfWriter(target, source.statistics().cpus(), source.names(),
        new CtfEnvironment(source.origin(), true));
  }
}
