package org.sockmodel.runtime.trace.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Makes of {@code sys_enter} and {@code sys_exit} ({@code include/trace/events/syscalls.h}), which tell a system call
 * by its number, the events of the call's own tracepoints. A call of a number without a name is called by the number.
 *
 * <p>A trace may have both. Of two events that tell the same, the first one is that of the call's own tracepoint, and
 * the second one is {@code sys_enter} or {@code sys_exit}, whichever was which, so that each call counts once and
 * nothing is lost. Cost: some ten nanoseconds for each event of a system call, and nothing for others; no allocation.
 */
public final class RawCalls {

  /** Most arguments of a system call. */
  public static final int ARGUMENTS = 6;

  private static final String ARGUMENT = "arg";
  private static final int ID = 0;
  private static final int FIRST_ARGUMENT = 1;
  /** The field of {@code sys_exit} that holds the result. */
  static final int RET = 1;

  /** x86_64 sets it in the numbers of calls of programs with short addresses ({@code __X32_SYSCALL_BIT}). */
  private static final long SHORT_ADDRESSES = 1 << 30;

  private static final int NOTHING = -1;

  private final ToIntFunction<Tracepoint> wanted;
  private final CallTracepoints tracepoints;
  private final Tracepoint rawEnter;
  private final Tracepoint rawExit;
  /** Those of the machine, and of programs of 32 bits. */
  private final Tracepoint[][] ownEnters = new Tracepoint[2][CallNumbers.END];
  private final Tracepoint[][] ownExits = new Tracepoint[2][CallNumbers.END];
  private final ShortPrograms shortPrograms = new ShortPrograms();

  /** What was told last of each task, twice the id of the tracepoint, plus 1 if by number; and numbers by ids. */
  private final LongTable told = new LongTable();
  private final LongTable numbersOfIds = new LongTable();

  /** How often each number was met, of entries, as long as nobody tells the machine. */
  private final int[] met = new int[CallNumbers.END];

  private String machine = "";
  private CallNumbers numbers;

  /** What a call's own tracepoint told last before the first number was met. */
  private long earlyTask;
  private int early = NOTHING;

  /** Finds tracepoints in {@code registry} and asks {@code wanted} for their fields, as {@link TraceSink#fields}. */
  public RawCalls(TracepointRegistry registry, ToIntFunction<Tracepoint> wanted) {
    this.wanted = wanted;
    tracepoints = new CallTracepoints(registry, wanted);
    List<Field> fields = new ArrayList<>(List.of(new Field("id", Field.Kind.S64)));
    for (int i = 0; i < ARGUMENTS; i++) {
      fields.add(new Field(argument(i), Field.Kind.U64));
    }
    rawEnter = registry.add("sys_enter", fields);
    rawExit = registry.add("sys_exit", List.of(fields.get(ID), CallTracepoints.RESULT));
  }

  /** The field of {@code sys_enter} that holds an argument, of which there are {@link #ARGUMENTS}. */
  public static String argument(int index) {
    return ARGUMENT + index;
  }

  /** Whether this is the record's field of all arguments, an array. */
  public static boolean isArguments(String rawName) {
    return rawName.equals("args");
  }

  /** Says on what machine the trace was recorded, as of {@code uname -m}; if nobody does, x86_64 is taken. */
  public void setMachine(String newMachine) {
    machine = newMachine;
    if (!machine.isEmpty() && isOfDefaultMachine()) {
      shortPrograms.setCertain();
    }
  }

  /** The event that tells a call's entry by number. */
  public Tracepoint enter() {
    return rawEnter;
  }

  /** The event that tells a call's exit by number. */
  public Tracepoint exit() {
    return rawExit;
  }

  public boolean isRaw(Tracepoint tracepoint) {
    return tracepoint == rawEnter || tracepoint == rawExit;
  }

  /** Which fields a reader is to decode: what is told by number is needed whoever looks at it. */
  public int fields(Tracepoint tracepoint) {
    int asked = wanted.applyAsInt(tracepoint);
    return isRaw(tracepoint) ? TraceSink.ALL_FIELDS : asked;
  }

  /** Makes an event that tells a call by number one of the call's own tracepoint. */
  public void name(TraceEvent event) {
    boolean enters = event.tracepoint() == rawEnter;
    Tracepoint named = tracepoint(event.value(ID) & ~SHORT_ADDRESSES, enters, isShort(event, enters));
    if (named == null || isSecond(event, named, 1)) {
      return;
    }
    int moved = enters ? Math.min(ARGUMENTS, named.fields().size()) : 1;
    int from = enters ? FIRST_ARGUMENT : RET;
    event.become(named);
    for (int i = 0; i < moved; i++) {
      event.set(i, event.value(from + i));
    }
  }

  /** Takes notice of an event of a call's own tracepoint, and makes one that was told by number already raw again. */
  public void meet(TraceEvent event) {
    Tracepoint named = event.tracepoint();
    if (numbers == null) {
      earlyTask = task(event);
      early = 2 * named.id();
      return;
    }
    if (!isSecond(event, named, 0)) {
      return;
    }
    boolean enters = named.name().startsWith(Syscall.ENTER_PREFIX);
    Tracepoint raw = enters ? rawEnter : rawExit;
    int first = enters ? FIRST_ARGUMENT : RET;
    event.become(raw);
    for (int i = raw.fields().size() - 1; i >= first; i--) {
      event.set(i, i - first < named.fields().size() ? event.value(i - first) : TraceEvent.ABSENT);
    }
    event.set(ID, numbersOfIds.get(named.id(), NOTHING));
  }

  /** Why the names of calls that are told by number may not be theirs; empty if they are. */
  public String doubt() {
    if (numbers == null) {
      return "";
    }
    if (!machine.isEmpty() && CallNumbers.table(machine) < 0) {
      return "system calls are told by number, and those of " + machine + " are not known";
    }
    String likely = machine.isEmpty() ? numbers.likelyMachine(met) : CallNumbers.DEFAULT_MACHINE;
    if (!likely.equals(CallNumbers.DEFAULT_MACHINE)) {
      return "system calls are told by number, and were read as those of " + CallNumbers.DEFAULT_MACHINE
          + ", but look like those of " + likely + "; if they are, put the line \"# arch : " + likely
          + "\" before the trace";
    }
    return shortPrograms.doubt();
  }

  /** Whether the last event of the task told the same, but the other way. */
  private boolean isSecond(TraceEvent event, Tracepoint named, int byNumber) {
    long task = task(event);
    int now = 2 * named.id() + byNumber;
    boolean second = told.get(task, NOTHING) == (now ^ 1);
    told.put(task, second ? NOTHING : now);
    return second;
  }

  /** What tells tasks apart: their id; where the trace does not tell it, the CPU. */
  private static long task(TraceEvent event) {
    return event.tid() == TraceEvent.UNKNOWN_TID ? unknownTask(event.cpu()) : event.tid();
  }

  /** Stands for the task of a CPU that is not told. */
  static long unknownTask(int cpu) {
    return -2L - cpu;
  }

  private boolean isShort(TraceEvent event, boolean enters) {
    long number = event.value(ID);
    if (event.tid() == TraceEvent.UNKNOWN_TID || event.tid() == 0 || number < 0 || !isOfDefaultMachine()) {
      return false;
    }
    boolean isOnlyShort = number < CallNumbers.END && numbers().isOnlyShort((int) number);
    return enters ? shortPrograms.enter(event, number, FIRST_ARGUMENT, isOnlyShort)
        : shortPrograms.exit(event.tid(), number, event.value(RET), !told.has(event.tid()), isOnlyShort);
  }

  private boolean isOfDefaultMachine() {
    return machine.isEmpty() || CallNumbers.table(machine) == 0;
  }

  private CallNumbers numbers() {
    if (numbers == null) {
      numbers = new CallNumbers();
      told.put(earlyTask, early);
    }
    return numbers;
  }

  /** The tracepoint of a call; null if the number is none, as that of {@code rt_sigreturn} when it returns. */
  private Tracepoint tracepoint(long number, boolean enters, boolean isShort) {
    if (number < 0 || number >= CallNumbers.END) {
      return null;
    }
    met[(int) number] += enters && !isShort ? 1 : 0;
    Tracepoint known = (enters ? ownEnters : ownExits)[isShort ? 1 : 0][(int) number];
    return known != null ? known : add((int) number, enters, isShort);
  }

  private Tracepoint add(int number, boolean enters, boolean isShort) {
    String owner = isShort ? CallNumbers.SHORT_MACHINE : machine;
    String known = numbers().name(
        CallNumbers.table(owner.isEmpty() ? CallNumbers.DEFAULT_MACHINE : owner), number);
    String symbol = known == null ? Integer.toString(number) : known;
    Tracepoint added = enters ? tracepoints.enter(symbol, () -> fieldsOf(symbol)) : tracepoints.exit(symbol);
    (enters ? ownEnters : ownExits)[isShort ? 1 : 0][number] = added;
    if (!isShort) {
      numbersOfIds.put(added.id(), number);
    }
    return added;
  }

  private List<Field> fieldsOf(String symbol) {
    List<String> names = numbers.arguments(symbol);
    List<Field> fields = new ArrayList<>();
    for (String argument : names) {
      fields.add(new Field(argument, Field.Kind.S64));
    }
    for (int i = 0; names.isEmpty() && i < ARGUMENTS; i++) {
      fields.add(new Field(argument(i), Field.Kind.S64));
    }
    return fields;
  }
}
