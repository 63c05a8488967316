package org.sockmodel.dsl.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as a person types it: {@code 1.5s}, {@code 20ms}, {@code 300us}, {@code 7ns}; a number alone is seconds. */
final class TimeConverter implements ITypeConverter<Long> {

  private static final Pattern TIME = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(ns|us|ms|s)?");
  private static final List<String> UNITS = List.of("ns", "us", "ms", "s");
  private static final int DIGITS_PER_UNIT = 3;

  @Override
  public Long convert(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new TypeConversionException("'" + text + "' is no time; write one such as 1.5s, 20ms, 300us or 7ns");
    }
    int unit = UNITS.indexOf(time.group(2) == null ? "s" : time.group(2));
    BigDecimal ns = new BigDecimal(time.group(1)).scaleByPowerOfTen(unit * DIGITS_PER_UNIT);
    if (ns.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new TypeConversionException("'" + text + "' is longer than the 292 years that can be told");
    }
    return ns.longValue();
  }
}
