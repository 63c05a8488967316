package org.sockmodel.tests.kernel.families.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.FamilyTable;

class FamilyTableTest {

  private static final String OPTIONS = "option NPROTO 46\noption CONFIG_MODULES 1\noption modprobe 1\n"
      + "option RLIMIT_NOFILE 9\noption file_max 9\noption rmem_default 1\noption wmem_default 1\noption busy_read 0\n"
      + "option tcp_rmem_default 1\noption tcp_wmem_default 1\noption max_dgram_qlen 1\noption CAN_NPROTO 8\n"
      + "option IPPROTO_MAX 263\noption modprobe_path 1\n";

  private final SocketLayer layer = Families.boot(KernelProfile.read("my.families", """
      kernel mine
      version 6.18
      %sfamily AF_INET = 2 {
        create inet_create
        protosw SOCK_STREAM IPPROTO_TCP { prot tcp_prot  ops inet_stream_ops  flags PERMANENT ICSK }
        protosw SOCK_STREAM IPPROTO_MPTCP { prot mptcp_prot  ops mptcp_stream_ops  flags ICSK }
        protosw SOCK_RAW IPPROTO_IP { prot raw_prot  ops inet_sockraw_ops  flags REUSE  capability CAP_NET_RAW }
        protosw SOCK_STREAM IPPROTO_SCTP { prot sctp_prot  ops inet_seqpacket_ops  module sctp }
      }
      family AF_X25 = 9 { create x25_create  module x25 }
      family AF_BRIDGE = 7 { absent }
      """.formatted(OPTIONS)));

  @Test
  void shouldListTheEntriesInTheOrderOfTheLookUp() {
    assertEquals("""
        kernel mine

        family AF_INET = 2  inet_create  [my.families:17]
          SOCK_STREAM     IPPROTO_TCP            tcp_prot           inet_stream_ops      PERMANENT ICSK
                          IPPROTO_MPTCP          mptcp_prot         mptcp_stream_ops     ICSK
          SOCK_RAW        IPPROTO_IP (wild)      raw_prot           inet_sockraw_ops     REUSE CAP_NET_RAW
          with module sctp: SOCK_STREAM IPPROTO_SCTP sctp_prot

        not registered
          AF_X25 = 9: module x25, not loaded
          AF_BRIDGE = 7: not there
        """, new FamilyTable(layer).text());
  }

  @Test
  void shouldShowWhatAModuleBroughtOnceItIsLoaded() {
    layer.modules().modprobe("sctp");
    layer.modules().modprobe("x25");
    JsonObject json = JsonParser.parseString(new FamilyTable(layer).json()).getAsJsonObject();
    assertEquals("[IPPROTO_TCP, IPPROTO_SCTP, IPPROTO_MPTCP]", json.getAsJsonArray("families").get(0).getAsJsonObject()
        .getAsJsonObject("inetsw").getAsJsonArray("SOCK_STREAM").asList().stream()
        .map(entry -> entry.getAsJsonObject().get("name").getAsString()).toList().toString());
    assertEquals("true", json.getAsJsonArray("families").get(1).getAsJsonObject().get("registered").toString());
  }

  @Test
  void shouldWriteTheSameAsJson() {
    JsonObject json = JsonParser.parseString(new FamilyTable(layer).json()).getAsJsonObject();
    assertEquals("\"mine\"", json.get("kernel").toString());
    assertEquals("\"6.18\"", json.get("version").toString());
    JsonObject inet = json.getAsJsonArray("families").get(0).getAsJsonObject();
    assertEquals("{\"protocol\":6,\"name\":\"IPPROTO_TCP\",\"prot\":\"tcp_prot\",\"ops\":\"inet_stream_ops\","
        + "\"flags\":[\"PERMANENT\",\"ICSK\"],\"declared\":\"my.families:19\"}",
        inet.getAsJsonObject("inetsw").getAsJsonArray("SOCK_STREAM").get(0).toString());
    assertEquals("{\"protocol\":0,\"name\":\"IPPROTO_IP (wild)\",\"prot\":\"raw_prot\",\"ops\":\"inet_sockraw_ops\","
        + "\"flags\":[\"REUSE\"],\"capability\":\"CAP_NET_RAW\",\"declared\":\"my.families:21\"}",
        inet.getAsJsonObject("inetsw").getAsJsonArray("SOCK_RAW").get(0).toString());
    inet.remove("inetsw");
    assertEquals("{\"name\":\"AF_INET\",\"number\":2,\"state\":\"builtin\",\"registered\":true,"
        + "\"create\":\"inet_create\",\"declared\":\"my.families:17\"}", inet.toString());
    assertEquals("{\"name\":\"AF_X25\",\"number\":9,\"state\":\"module\",\"registered\":false,"
        + "\"create\":\"x25_create\",\"module\":\"x25\",\"declared\":\"my.families:24\"}",
        json.getAsJsonArray("families").get(1).toString());
  }
}
