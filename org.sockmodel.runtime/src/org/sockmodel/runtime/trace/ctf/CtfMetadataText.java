package org.sockmodel.runtime.trace.ctf;

import java.util.List;
import java.util.UUID;
import org.sockmodel.runtime.trace.TraceOrigin;

/** The metadata of a trace that {@link CtfWriter} writes, in TSDL. */
final class CtfMetadataText {

  private static final String TYPES = """
      typealias integer { size = 8; align = 8; signed = false; } := uint8_t;
      typealias integer { size = 8; align = 8; signed = false; encoding = UTF8; } := utf8_t;
      typealias integer { size = 32; align = 8; signed = false; } := uint32_t;
      typealias integer { size = 32; align = 8; signed = true; } := int32_t;
      typealias integer { size = 64; align = 8; signed = false; } := uint64_t;
      typealias integer { size = 64; align = 8; signed = true; } := int64_t;
      typealias integer { size = 64; align = 8; signed = false; } := unsigned long;
      typealias integer { size = 64; align = 8; signed = false; base = 16; } := pointer_t;
      typealias integer { size = 5; align = 1; signed = false; } := uint5_t;
      typealias integer { size = 27; align = 1; signed = false; map = clock.monotonic.value; } \
      := uint27_clock_monotonic_t;
      typealias integer { size = 64; align = 8; signed = false; map = clock.monotonic.value; } \
      := uint64_clock_monotonic_t;

      """;

  private static final String STREAM = """
      struct packet_context {
      	uint64_clock_monotonic_t timestamp_begin;
      	uint64_clock_monotonic_t timestamp_end;
      	uint64_t content_size;
      	uint64_t packet_size;
      	uint64_t packet_seq_num;
      	unsigned long events_discarded;
      	uint32_t cpu_id;
      };

      struct event_header_compact {
      	enum : uint5_t { compact = 0 ... 30, extended = 31 } id;
      	variant <id> {
      		struct {
      			uint27_clock_monotonic_t timestamp;
      		} compact;
      		struct {
      			uint32_t id;
      			uint64_clock_monotonic_t timestamp;
      		} extended;
      	} v;
      } align(8);

      stream {
      	id = 0;
      	event.header := struct event_header_compact;
      	packet.context := struct packet_context;
      %s};

      """;

  private static final String TASK_CONTEXT = """
      	event.context := struct {
      		int32_t _tid;
      		utf8_t _procname[16];
      	};
      """;

  private CtfMetadataText() {
  }

  static String of(CtfEnvironment environment, List<CtfEventWriter> events) {
    StringBuilder text = new StringBuilder(8192);
    text.append("/* CTF 1.8 */\n\n").append(TYPES);
    trace(environment, text);
    text.append(STREAM.formatted(environment.taskContext() ? TASK_CONTEXT : ""));
    for (CtfEventWriter event : events) {
      text.append("event {\n\tname = ").append(quoted(event.name()));
      text.append(";\n\tid = ").append(event.id());
      text.append(";\n\tstream_id = 0;\n\tfields := struct {\n").append(event.declarations()).append("\t};\n};\n\n");
    }
    return text.toString();
  }

  private static void trace(CtfEnvironment environment, StringBuilder text) {
    UUID uuid = environment.uuid();
    TraceOrigin origin = environment.origin();
    text.append("""
        trace {
        	major = 1;
        	minor = 8;
        	uuid = "%s";
        	byte_order = le;
        	packet.header := struct {
        		uint32_t magic;
        		uint8_t uuid[16];
        		uint32_t stream_id;
        		uint64_t stream_instance_id;
        	};
        };

        env {
        	hostname = %s;
        	domain = "kernel";
        	sysname = "Linux";
        	kernel_release = %s;
        	kernel_version = %s;
        	tracer_name = "lttng-modules";
        	tracer_major = 2;
        	tracer_minor = 13;
        	tracer_patchlevel = 0;
        };

        clock {
        	name = "monotonic";
        	uuid = "%s";
        	description = "Monotonic Clock";
        	freq = 1000000000;
        	offset = %d;
        };

        """.formatted(uuid, quoted(origin.hostname()), quoted(origin.kernelRelease()),
        quoted(origin.kernelVersion()), uuid, origin.clockOffsetNs()));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else {
        quoted.append(c < ' ' ? '?' : c);
      }
    }
    return quoted.append('"').toString();
  }
}
