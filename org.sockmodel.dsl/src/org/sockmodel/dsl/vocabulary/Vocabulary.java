package org.sockmodel.dsl.vocabulary;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.expectation.MetricName;
import org.sockmodel.dsl.library.Families;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.setting.DistributionKind;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.SocketPair;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.runtime.uapi.SignalFlag;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;

/** The kinds of words that are no keywords, each with the words there are. */
public enum Vocabulary {
  ADDRESS_FAMILY(AddressFamily.numbers().keySet()),
  SOCKET_TYPE(SocketType.numbers().keySet()),
  PROTOCOL(SocketNames.protocols().keySet()),
  SOCKET_OPTION(Stream.of(SocketOption.values()).filter(option -> option.unit() != SocketOption.Unit.ALGORITHM)
      .map(Enum::name).toList()),
  CONGESTION_CONTROL(CongestionAlgorithm.words()),
  MESSAGE_FLAG(MessageFlag.numbers().keySet()),
  EVENT(PollEvent.numbers().keySet()),
  EPOLL_OPERATION(List.of("EPOLL_CTL_ADD", "EPOLL_CTL_MOD", "EPOLL_CTL_DEL")),
  FILE_FLAG(FileFlag.numbers().keySet()),
  SHUTDOWN_HALF(names(Instruction.Shutdown.How.values())),
  ERRNO(Errno.numbers().keySet()),
  SIGNAL(Signal.numbers().keySet()),
  SIGNAL_FLAG(SignalFlag.numbers().keySet()),
  DISPOSITION(List.of("handler", "SIG_IGN", "SIG_DFL")),
  SIGNAL_MASK(names(Instruction.Sigprocmask.How.values())),
  CAPABILITY(names(Capability.values())),
  KERNEL(ShippedLibrary.kernels()),
  DRIVER(NicDriver.symbols()),
  DISTRIBUTION(DistributionKind.words()),
  TRAFFIC_PROTOCOL(List.of("tcp", "udp")),
  PROTOSW_FLAG(List.of("REUSE", "PERMANENT", "ICSK")),
  SETTING(Stream.of(SettingKind.values()).map(SettingKind::word).toList()),
  COST(PathProfile.costNames()),
  METRIC(MetricName.all());

  private static final Map<EStructuralFeature, Vocabulary> OF_FEATURES = Map.ofEntries(
      entry(Literals.SOCKET_CALL__FAMILY, ADDRESS_FAMILY), entry(Literals.SOCKET_PAIR__FAMILY, ADDRESS_FAMILY),
      entry(Literals.FAMILY__NAME, ADDRESS_FAMILY),
      entry(Literals.SOCKET_CALL__TYPES, SOCKET_TYPE), entry(Literals.SOCKET_PAIR__TYPES, SOCKET_TYPE),
      entry(Literals.PROTOSW__TYPE, SOCKET_TYPE),
      entry(Literals.SOCKET_CALL__PROTOCOL, PROTOCOL), entry(Literals.SOCKET_PAIR__PROTOCOL, PROTOCOL),
      entry(Literals.PROTOSW__PROTOCOL, PROTOCOL),
      entry(Literals.SETSOCKOPT__OPTION, SOCKET_OPTION),
      entry(Literals.SETSOCKOPT__ALGORITHM, CONGESTION_CONTROL),
      entry(Literals.MACHINE__CONGESTION_CONTROLS, CONGESTION_CONTROL),
      entry(Literals.RECEIVE__FLAGS, MESSAGE_FLAG), entry(Literals.SEND__FLAGS, MESSAGE_FLAG),
      entry(Literals.SENDTO__FLAGS, MESSAGE_FLAG),
      entry(Literals.POLL__EVENTS, EVENT), entry(Literals.EPOLL_CTL__EVENTS, EVENT),
      entry(Literals.EPOLL_CTL__OPERATION, EPOLL_OPERATION),
      entry(Literals.FCNTL__FLAGS, FILE_FLAG), entry(Literals.FCNTL__SIGNAL, SIGNAL),
      entry(Literals.SHUTDOWN__HOW, SHUTDOWN_HALF),
      entry(Literals.IF_ERRNO__ERRNO, ERRNO), entry(Literals.EXPECTATION__SYMBOL, ERRNO),
      entry(Literals.TGKILL__SIGNAL, SIGNAL), entry(Literals.SIGACTION__SIGNAL, SIGNAL),
      entry(Literals.SIGPROCMASK__SIGNAL, SIGNAL), entry(Literals.SIGWAIT__SIGNAL, SIGNAL),
      entry(Literals.SIGACTION__FLAGS, SIGNAL_FLAG), entry(Literals.SIGACTION__DISPOSITION, DISPOSITION),
      entry(Literals.SIGPROCMASK__HOW, SIGNAL_MASK),
      entry(Literals.WORKLOAD__CAPABILITIES, CAPABILITY), entry(Literals.PROTOSW__CAPABILITIES, CAPABILITY),
      entry(Literals.MACHINE__KERNELS, KERNEL),
      entry(Literals.NIC__DRIVERS, DRIVER),
      entry(Literals.DISTRIBUTION__KIND, DISTRIBUTION),
      entry(Literals.TRAFFIC__PROTOCOL, TRAFFIC_PROTOCOL),
      entry(Literals.PROTOSW__FLAGS, PROTOSW_FLAG),
      entry(Literals.SETTING__NAME, SETTING),
      entry(Literals.COST__NAME, COST),
      entry(Literals.NAMED_METRIC__WORDS, METRIC));

  /** Kinds whose words depend on where they stand. */
  private static final Map<Vocabulary, Function<EObject, Collection<String>>> IN_PLACE = Map.of(
      ADDRESS_FAMILY, Vocabulary::families,
      PROTOCOL, Vocabulary::protocols,
      SETTING, Vocabulary::settings);

  private final Collection<String> words;

  Vocabulary(Collection<String> words) {
    this.words = List.copyOf(words);
  }

  /** The kind of the words of a feature; empty if they are names, quantities or keywords. */
  public static Optional<Vocabulary> of(EStructuralFeature feature) {
    return Optional.ofNullable(OF_FEATURES.get(feature));
  }

  /** Every word of this kind that a model can use without declaring anything. */
  public Collection<String> words() {
    return words;
  }

  /** The words of this kind that can stand in {@code place}. */
  public Collection<String> wordsIn(EObject place) {
    Function<EObject, Collection<String>> own = IN_PLACE.get(this);
    return own == null || place == null ? words : own.apply(place);
  }

  /** For people: {@code socket option}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Collection<String> families(EObject place) {
    return Families.numbers(EcoreUtil2.getContainerOfType(place, Model.class)).keySet();
  }

  /** Those of the family that stands before them. */
  private static Collection<String> protocols(EObject place) {
    String family = place instanceof SocketCall call ? call.getFamily()
        : place instanceof SocketPair pair ? pair.getFamily()
        : place.eContainer() instanceof Family owner ? owner.getName() : null;
    Map<String, Integer> families = Families.numbers(EcoreUtil2.getContainerOfType(place, Model.class));
    return families.containsKey(family) ? SocketNames.protocols(families.get(family)).keySet() : PROTOCOL.words;
  }

  private static Collection<String> settings(EObject place) {
    return Stream.iterate(place, Objects::nonNull, EObject::eContainer).map(Place::of).flatMap(Optional::stream)
        .findFirst().map(found -> SettingKind.in(found).stream().map(SettingKind::word).toList()).orElse(List.of());
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).<String>map(Enum::name).toList();
  }
}
