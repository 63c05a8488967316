package org.sockmodel.runtime.kernel.cpu;

/**
 * How long it takes to copy what was received to a reader.
 *
 * @param nsPerByte the copy itself
 * @param remoteNsPerByte as much more where the data stands in the memory of another CPU than the reader's, by the
 *     distance of the caches between them
 */
public record CopyTime(double nsPerByte, double remoteNsPerByte) {

  /**
   * The time of so many bytes.
   *
   * @param memoryCpu whose memory they are in ({@code skb->alloc_cpu}); negative for nobody's
   */
  public long ns(long bytes, int memoryCpu, Cpu reader) {
    boolean remote = memoryCpu >= 0 && memoryCpu != reader.id();
    return Math.round(bytes * (remote ? nsPerByte + remoteNsPerByte : nsPerByte));
  }
}
