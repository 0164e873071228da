package tlsfit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.analysis.Analysis;
import tlsfit.explain.UnreadableText;
import tlsfit.fit.FitRefusedException;
import tlsfit.load.LoadedSample;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.LongList;
import tlsfit.result.UnreadableResultException;
import tlsfit.setup.SetupException;

/** What is compared, out of its files: results, and for a joint fit samples, which are fitted. */
final class ComparedFiles {
  private static final Logger LOGGER = LogManager.getLogger(ComparedFiles.class);

  private final boolean samples;
  private final Set<LongList> needed = EnumSet.noneOf(LongList.class);
  private final long seed;

  /**
   * Says what is needed.
   *
   * @param joint whether readings are, and samples may be named
   * @param regions whether regions of two parameters are
   * @param seed of all random numbers of a fit
   */
  ComparedFiles(boolean joint, boolean regions, long seed) {
    samples = joint;
    this.seed = seed;
    if (joint) {
      needed.add(LongList.READINGS);
    }
    if (regions) {
      needed.add(LongList.REGIONS);
    }
  }

  /** The results, without those that cannot be read or fitted, which are told. */
  List<CompareFormat.Saved> read(List<Path> files) {
    List<CompareFormat.Saved> saved = new ArrayList<>();
    files.parallelStream().map(this::read).toList().forEach(one -> one.ifPresent(saved::add));
    return saved;
  }

  private Optional<CompareFormat.Saved> read(Path file) {
    boolean result = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    try {
      return (result || !samples ? Optional.of(FitResultFile.read(file, needed)) : fit(file))
          .map(one -> new CompareFormat.Saved(file, one));
    } catch (UnreadableResultException e) {
      LOGGER.error("{}", UnreadableText.of(e));
    } catch (SetupException e) {
      LOGGER.error("{}: {}", file, SettingOptions.text(e.refusals()));
    } catch (FitRefusedException e) {
      LOGGER.error("{}: {}", file, SettingOptions.text(List.of(e.refusal())));
    }
    return Optional.empty();
  }

  private Optional<FitResult> fit(Path sample) {
    Optional<LoadedSample> loaded = Input.load(sample);
    return loaded.map(one -> Analysis.of(one.measurement(), one.setup()).withSeed(seed).result());
  }
}
