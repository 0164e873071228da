package tlsfit.load;

/**
 * What a fuzzer calls: a sample file of any bytes beside a good table. It is read or refused with a
 * reason; nothing else is thrown. The command that runs it for an hour stands in the page on
 * robustness.
 */
public final class SampleFuzz {
  private SampleFuzz() {}

  /** Reads bytes as a sample file. */
  public static void fuzzerTestOneInput(byte[] data) {
    ReadingFuzz.read(data, false);
  }
}
