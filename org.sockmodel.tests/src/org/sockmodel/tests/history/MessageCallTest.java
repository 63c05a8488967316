package org.sockmodel.tests.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.MessageCall;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.UringTracepoints.IoUringComplete;
import org.sockmodel.tests.analysis.TinyTrace;

class MessageCallTest {

  private static final int READER = 5;

  private final TinyTrace trace = new TinyTrace();
  private final HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);

  MessageCallTest() {
    trace.to(recorder);
    trace.by(READER).at(0, 100).switchTasks(0, 0, READER);
  }

  @Test
  void shouldTellTheCallAndItsSizeAlsoIfTheNextBeginsAtOnce() {
    trace.at(0, 110).enter(Syscall.RECVFROM, 3, 0, 64, 0).at(0, 200).exit(Syscall.RECVFROM, 10)
        .at(0, 200).enter(Syscall.RECVMSG, 3).at(0, 300).exit(Syscall.RECVMSG, 10);

    assertEquals(Optional.of(new MessageCall("recvfrom", OptionalLong.of(64))), call(0));
    assertEquals(Optional.of(new MessageCall("recvmsg", OptionalLong.empty())), call(1));
  }

  @Test
  void shouldFindACallThatBeganLongBefore() {
    trace.at(0, 110).enter(Syscall.RECVFROM, 3, 0, 128, 0).at(0, 120).switchTasks(READER, TinyTrace.SLEEPING, 7);
    for (int i = 0; i < 10_000; i++) {
      trace.at(0, 130 + i).raise(TinyTrace.NET_RX);
    }
    trace.at(0, 20_000).switchTasks(7, 0, READER).at(0, 20_100).exit(Syscall.RECVFROM, 10);

    assertEquals("recvfrom of 128 bytes", call(0).orElseThrow().toString());
  }

  @Test
  void shouldNotTakeAnEarlierCallForWhatUringReads() {
    trace.at(0, 110).enter(Syscall.RECVFROM, 3, 0, 64, 0).at(0, 200).exit(Syscall.RECVFROM, 10);
    trace.at(0, 300).takeUdp(0x77, 10, 0, 0).at(0, 310).event(IoUringComplete.TRACEPOINT, 1, 2, 3, 10, 0);

    assertEquals("io_uring", call(1).orElseThrow().toString());
  }

  @Test
  void shouldNotTakeAnotherRequestOfUringForTheCall() {
    trace.at(0, 110).enter(Syscall.RECVFROM, 3, 0, 64, 0).at(0, 150).event(IoUringComplete.TRACEPOINT, 1, 2, 3, 10, 0);
    trace.at(0, 200).exit(Syscall.RECVFROM, 10);

    assertEquals("recvfrom of 64 bytes", call(0).orElseThrow().toString());
  }

  private Optional<MessageCall> call(int message) {
    return MessageCall.of(recorder.history(), message);
  }
}
