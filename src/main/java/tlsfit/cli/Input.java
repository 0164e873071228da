package tlsfit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.load.InputException;
import tlsfit.load.LoadedSample;
import tlsfit.load.Loader;
import tlsfit.table.InputProblem;

/** Reading samples, with everything that is wrong or worth a look said on standard error. */
public final class Input {
  private static final Logger LOGGER = LogManager.getLogger(Input.class);

  private static final int FAULTS_OF_A_FILE = 20;

  /** Bytes within which a result names its schema. */
  private static final int HEAD = 256;

  private Input() {}

  /** The sample; empty if it was refused. */
  static Optional<LoadedSample> load(Path sample) {
    if (isResult(sample)) {
      LOGGER.error(
          "{}: found a result of tlsfit fit, not a sample; tlsfit report {} shows it",
          sample,
          sample);
      return Optional.empty();
    }
    try {
      LoadedSample loaded = Loader.load(sample);
      loaded.warnings().forEach(warning -> LOGGER.warn("{}", warning));
      return Optional.of(loaded);
    } catch (InputException e) {
      tell(e);
      return Optional.empty();
    }
  }

  /** Tells what is wrong: of each file the first 20 faults, and how many more there are. */
  static void tell(InputException refused) {
    Map<String, Integer> told = new LinkedHashMap<>();
    for (InputProblem problem : refused.problems()) {
      if (told.merge(problem.file(), 1, Integer::sum) <= FAULTS_OF_A_FILE) {
        LOGGER.error("{}", problem);
      }
    }
    told.forEach(
        (file, number) -> {
          if (number > FAULTS_OF_A_FILE) {
            LOGGER.error(
                "{}: and {} more",
                file,
                String.format(Locale.ROOT, "%,d", number - FAULTS_OF_A_FILE));
          }
        });
  }

  /** Whether a file is what {@code tlsfit fit} writes; false where it cannot be read. */
  private static boolean isResult(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".json") || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      String head = new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8);
      return head.contains("\"tlsfit-fit/");
    } catch (IOException e) {
      return false;
    }
  }
}
