package org.sockmodel.dsl.generator

import java.util.List
import java.util.Map
import org.eclipse.emf.ecore.EObject
import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.naming.DescriptorNames
import org.sockmodel.dsl.setting.SettingKind
import org.sockmodel.dsl.setting.Settings
import org.sockmodel.dsl.sockModel.AcceptCall
import org.sockmodel.dsl.sockModel.Bind
import org.sockmodel.dsl.sockModel.Close
import org.sockmodel.dsl.sockModel.Compute
import org.sockmodel.dsl.sockModel.Connect
import org.sockmodel.dsl.sockModel.Endpoint
import org.sockmodel.dsl.sockModel.EpollCreateCall
import org.sockmodel.dsl.sockModel.EpollCtl
import org.sockmodel.dsl.sockModel.EpollParams
import org.sockmodel.dsl.sockModel.EpollWait
import org.sockmodel.dsl.sockModel.Established
import org.sockmodel.dsl.sockModel.Expression
import org.sockmodel.dsl.sockModel.Fcntl
import org.sockmodel.dsl.sockModel.FileDescriptor
import org.sockmodel.dsl.sockModel.IfErrno
import org.sockmodel.dsl.sockModel.Listen
import org.sockmodel.dsl.sockModel.Loop
import org.sockmodel.dsl.sockModel.PipeCall
import org.sockmodel.dsl.sockModel.Poll
import org.sockmodel.dsl.sockModel.Receive
import org.sockmodel.dsl.sockModel.Send
import org.sockmodel.dsl.sockModel.Sendto
import org.sockmodel.dsl.sockModel.Setns
import org.sockmodel.dsl.sockModel.Setsockopt
import org.sockmodel.dsl.sockModel.Shutdown
import org.sockmodel.dsl.sockModel.Sigaction
import org.sockmodel.dsl.sockModel.Sigprocmask
import org.sockmodel.dsl.sockModel.Sigwait
import org.sockmodel.dsl.sockModel.Sleep
import org.sockmodel.dsl.sockModel.SocketCall
import org.sockmodel.dsl.sockModel.SocketPair
import org.sockmodel.dsl.sockModel.StartThread
import org.sockmodel.dsl.sockModel.Statement
import org.sockmodel.dsl.sockModel.Tgkill
import org.sockmodel.dsl.sockModel.Variable
import org.sockmodel.dsl.sockModel.VariablePair
import org.sockmodel.dsl.sockModel.Workload

/** The instructions of a thread script. */
class ProgramExpression {

  val DescriptorNames descriptors
  val GeneratedNames names
  val Map<String, Integer> families

  new(Workload workload, GeneratedNames names, Map<String, Integer> families) {
    this.names = names
    this.descriptors = new DescriptorNames(workload)
    this.families = families
  }

  /** The instructions, each on a line of its own and indented once, separated by commas. */
  def String of(List<Statement> statements) {
    statements.join(",")["\n    " + instruction(it).toString.replace("\n", "\n    ")]
  }

  private def dispatch CharSequence instruction(Variable it) {
    creation(it.creation, it)
  }

  private def dispatch creation(SocketCall it, Variable variable) {
    '''new Socket(«name(variable)», «SocketArguments.of(it, families)», «line(variable)»)'''
  }

  private def dispatch creation(AcceptCall it, Variable variable) {
    '''new Accept(«name(variable)», «name(socket)», «line(variable)»)'''
  }

  private def dispatch creation(EpollCreateCall it, Variable variable) {
    '''new EpollCreate(«name(variable)», «line(variable)»)'''
  }

  private def dispatch instruction(VariablePair it) {
    pair(creation, it)
  }

  private def dispatch pair(SocketPair it, VariablePair pair) {
    '''new Socketpair(«names(pair)», «SocketArguments.of(it, families)», «line(pair)»)'''
  }

  private def dispatch pair(PipeCall it, VariablePair pair) {
    '''new Pipe(«names(pair)», «line(pair)»)'''
  }

  private def dispatch instruction(Setns it) {
    '''new Setns(«JavaText.literal(network.name)», «line(it)»)'''
  }

  private def dispatch instruction(Bind it) {
    val endpoint = path === null ? "port(" + number(port) + ")" : "path(" + JavaText.literal(path) + ")"
    '''new Bind(«name(socket)», Endpoint.«endpoint», «line(it)»)'''
  }

  private def dispatch instruction(Listen it) {
    '''new Listen(«name(socket)», «backlog === null ? "128" : number(backlog)», «line(it)»)'''
  }

  private def dispatch instruction(Connect it) {
    '''new Connect(«name(socket)», «endpoint(endpoint)», «line(it)»)'''
  }

  private def dispatch instruction(Established it) {
    '''new Established(«name(socket)», «number(port)», «line(it)»)'''
  }

  private def dispatch instruction(Receive it) {
    val flags = call == "read" ? "" : ", " + flags(flags)
    '''new «call.toFirstUpper»(«name(socket)», «number(size)»«flags», «line(it)»)'''
  }

  private def dispatch instruction(Send it) {
    val flags = call == "write" ? "" : ", " + flags(flags)
    '''new «call.toFirstUpper»(«name(socket)», «number(size)»«flags», «line(it)»)'''
  }

  private def dispatch instruction(Sendto it) {
    '''new Sendto(«name(socket)», «number(size)», «flags(flags)», «endpoint(endpoint)», «line(it)»)'''
  }

  private def dispatch instruction(Poll it) {
    val readable = events.empty ? "PollEvent.POLLIN" : JavaConstants.POLL_EVENTS.flags(events)
    val all = sockets.map[name(it)].join(", ")
    '''new «call.toFirstUpper»(List.of(«all»), «readable», «timeout(timeout)», «line(it)»)'''
  }

  private def dispatch instruction(EpollCtl it) {
    val readable = events.empty ? "PollEvent.EPOLLIN" : JavaConstants.POLL_EVENTS.flags(events)
    val kind = operation.substring("EPOLL_CTL_".length)
    '''new EpollCtl(«name(epoll)», EpollCtl.Operation.«kind», «name(socket)», «readable», «line(it)»)'''
  }

  private def dispatch instruction(EpollWait it) {
    val most = max === null ? "64" : number(max)
    '''new EpollWait(«name(epoll)», «most», «timeout(timeout)», «line(it)»)'''
  }

  private def dispatch instruction(EpollParams it) {
    val busyPollNs = JavaText.literal(Settings.value(settings, SettingKind.BUSY_POLL_USECS, 0))
    val budget = Settings.value(settings, SettingKind.BUSY_POLL_BUDGET, 0)
    val prefers = Settings.value(settings, SettingKind.PREFER_BUSY_POLL, 0) == 1
    '''new EpollParams(«name(epoll)», «busyPollNs», «budget», «prefers», «line(it)»)'''
  }

  private def dispatch instruction(Setsockopt it) {
    val assignment = algorithm === null ? option + ", " + number(value)
      : "TCP_CONGESTION, CongestionAlgorithm." + algorithm.toUpperCase + ".ordinal()"
    '''new Setsockopt(«name(socket)», SocketOption.«assignment», «line(it)»)'''
  }

  private def dispatch instruction(Fcntl it) {
    if (signal !== null) {
      '''new Setsig(«name(socket)», Signal.«signal», «line(it)»)'''
    } else {
      '''new Fcntl(«name(socket)», «JavaConstants.FILE_FLAGS.flags(flags)», «line(it)»)'''
    }
  }

  private def dispatch instruction(Compute it) {
    val DistributionExpression spread = new DistributionExpression(time, names)
    '''new Compute(«spread.constant ?: spread.text», «line(it)»)'''
  }

  private def dispatch instruction(Sleep it) {
    '''new Sleep(«number(time)», «line(it)»)'''
  }

  private def dispatch instruction(Shutdown it) {
    '''new Shutdown(«name(socket)», Shutdown.How.«how», «line(it)»)'''
  }

  private def dispatch instruction(Close it) {
    '''new Close(«name(socket)», «line(it)»)'''
  }

  private def dispatch instruction(Loop it) {
    '''new Loop(«count === null ? "Instruction.FOREVER" : number(count)», List.of(«of(body)»), «line(it)»)'''
  }

  private def dispatch instruction(IfErrno it) {
    val number = errno === null ? "0" : "Errno." + errno
    '''new IfErrno(«number», List.of(«of(then)»), List.of(«of(otherwise)»), «line(it)»)'''
  }

  private def dispatch instruction(StartThread it) {
    '''new StartThread(«JavaText.literal(thread.name)», «line(it)»)'''
  }

  private def dispatch instruction(Tgkill it) {
    '''new Tgkill(«JavaText.literal(thread.name)», Signal.«signal», «line(it)»)'''
  }

  private def dispatch instruction(Sigaction it) {
    val flags = JavaConstants.SIGNAL_FLAGS.flags(flags)
    '''new Sigaction(Signal.«signal», Sigaction.Disposition.«disposition.toUpperCase», «flags», «line(it)»)'''
  }

  private def dispatch instruction(Sigprocmask it) {
    '''new Sigprocmask(Sigprocmask.How.«how», Signal.«signal», «line(it)»)'''
  }

  private def dispatch instruction(Sigwait it) {
    '''new Sigwait(Signal.«signal», «line(it)»)'''
  }

  private def endpoint(Endpoint it) {
    if (path !== null) {
      '''Endpoint.path(«JavaText.literal(path)»)'''
    } else {
      '''Endpoint.port(«IF network !== null»«JavaText.literal(network.name)», «ENDIF»«number(port)»)'''
    }
  }

  private def flags(List<String> symbols) {
    JavaConstants.MESSAGE_FLAGS.flags(symbols)
  }

  private def timeout(Expression time) {
    time === null ? "Instruction.NO_TIMEOUT" : number(time)
  }

  private def number(Expression expression) {
    JavaText.literal(Expressions.toLong(expression))
  }

  private def name(FileDescriptor descriptor) {
    JavaText.literal(descriptors.of(descriptor))
  }

  private def names(VariablePair pair) {
    name(pair.first) + ", " + name(pair.second)
  }

  private def line(EObject object) {
    SourceLines.of(object)
  }
}
