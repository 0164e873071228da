package tlsfit.cli;

import picocli.CommandLine.IVersionProvider;
import tlsfit.analysis.ProgramVersion;

/** The version of the program and of the Java that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "tlsfit " + ProgramVersion.get(), "Java " + System.getProperty("java.version")
    };
  }
}
