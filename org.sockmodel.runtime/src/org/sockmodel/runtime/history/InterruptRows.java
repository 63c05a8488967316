package org.sockmodel.runtime.history;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.trace.Names;

/**
 * When every interrupt line, every vector of the CPUs and every softirq was busy, on whatever CPU; for softirqs also
 * when one was raised and had not begun.
 */
final class InterruptRows implements InterruptListener {

  /** A row with how many CPUs are in it now. */
  private static final class Line {
    private final Row row;
    private final StateKind busyKind;
    private int busy;
    private int pending;

    Line(Row row, StateKind busyKind) {
      this.row = row;
      this.busyKind = busyKind;
    }

    void show(long timeNs, int detail) {
      StateKind kind = busy > 0 ? busyKind : pending > 0 ? StateKind.PENDING : StateKind.NONE;
      row.states().change(timeNs, kind, busy > 0 ? detail : Names.EMPTY);
    }
  }

  private final RowTable table;
  private final Names names;
  private final Line[] softirqs = new Line[Softirq.COUNT];
  private Line[] irqs = new Line[64];
  private Line[] vectors = new Line[64];
  private long[] pendingByCpu = new long[0];

  InterruptRows(RowTable table, Names names) {
    this.table = table;
    this.names = names;
  }

  void attach(KernelState state) {
    state.listen(this);
  }

  /** The row of a context. */
  Row row(ContextKind kind, int number, int name) {
    return line(kind, number, name).row;
  }

  /** Whether a softirq is raised on a CPU and has not begun. */
  private boolean isPending(CpuState cpu, int vec) {
    return cpu.id() < pendingByCpu.length && (pendingByCpu[cpu.id()] >>> vec & 1) != 0;
  }

  private void setPending(CpuState cpu, int vec, boolean pending) {
    if (vec < 0 || vec >= Softirq.COUNT || isPending(cpu, vec) == pending) {
      return;
    }
    if (cpu.id() >= pendingByCpu.length) {
      pendingByCpu = Arrays.copyOf(pendingByCpu, cpu.id() + 1);
    }
    pendingByCpu[cpu.id()] ^= 1L << vec;
    line(ContextKind.SOFTIRQ, vec, Names.EMPTY).pending += pending ? 1 : -1;
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    setPending(cpu, vec, true);
    line(ContextKind.SOFTIRQ, vec, Names.EMPTY).show(timeNs, Names.EMPTY);
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (kind == ContextKind.SOFTIRQ) {
      setPending(cpu, number, false);
    }
    Line line = line(kind, number, name);
    line.busy++;
    line.show(timeNs, name);
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    forgotten(cpu, kind, number, name, timeNs);
  }

  @Override
  public void forgotten(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    Line line = line(kind, number, name);
    line.busy = Math.max(0, line.busy - 1);
    line.show(timeNs, name);
  }

  @Override
  public void lost(CpuState cpu) {
    for (int vec = 0; vec < Softirq.COUNT; vec++) {
      setPending(cpu, vec, false);
    }
  }

  private Line line(ContextKind kind, int number, int name) {
    return switch (kind) {
      case HARDIRQ -> irq(number, name);
      case VECTOR -> vector(name);
      default -> softirq(number);
    };
  }

  private Line irq(int number, int name) {
    irqs = room(irqs, number);
    int index = slot(irqs, number);
    if (irqs[index] == null) {
      String title = ("IRQ " + number + " " + names.text(name)).strip();
      irqs[index] = new Line(table.numbered(RowKind.INTERRUPT, number, title), StateKind.HARDIRQ);
    }
    return irqs[index];
  }

  private Line vector(int name) {
    vectors = room(vectors, name);
    int index = slot(vectors, name);
    if (vectors[index] == null) {
      vectors[index] = new Line(table.named(RowKind.INTERRUPT, names.text(name)), StateKind.VECTOR);
    }
    return vectors[index];
  }

  private Line softirq(int vec) {
    int index = slot(softirqs, vec);
    if (softirqs[index] == null) {
      softirqs[index] = new Line(table.numbered(RowKind.SOFTIRQ, index, Softirq.name(index)), StateKind.SOFTIRQ);
    }
    return softirqs[index];
  }

  /** Numbers beyond reason, from a damaged trace, share the last place. */
  private static int slot(Line[] lines, int number) {
    return Math.max(0, Math.min(number, lines.length - 1));
  }

  private static Line[] room(Line[] lines, int number) {
    int wanted = Math.min(number, Short.MAX_VALUE);
    return wanted < lines.length ? lines : Arrays.copyOf(lines, wanted + 64);
  }
}
