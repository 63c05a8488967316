package org.sockmodel.runtime.report.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.analysis.receive.PathCount;
import org.sockmodel.runtime.report.Report;

/** The members of a report's JSON about polls, drops and the ways that messages took. */
final class JsonDevices {

  private final JsonWriter json;

  JsonDevices(JsonWriter json) {
    this.json = json;
  }

  void write(Report report) throws IOException {
    napi(report.napi());
    drops(report.drops());
    json.name("paths").beginArray();
    for (PathCount path : report.receives().paths()) {
      path(path);
    }
    json.endArray();
  }

  private void napi(NapiSummary napi) throws IOException {
    json.name("napi").beginArray();
    for (NapiSummary.Device device : napi.devices()) {
      json.beginObject();
      json.name("device").value(device.name());
      polls(device.all());
      json.name("contexts").beginArray();
      for (NapiSummary.Context context : device.contexts()) {
        json.beginObject();
        json.name("address").value("0x" + Long.toHexString(context.address()));
        json.name("cpu").value(context.cpu());
        json.name("cpus").value(context.cpus());
        polls(context.polls());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private void polls(NapiSummary.Polls polls) throws IOException {
    json.name("polls").value(polls.count());
    json.name("packets").value(polls.packets());
    json.name("empty").value(polls.empty());
    json.name("budget_exhausted").value(polls.budgetExhausted());
    json.name("packets_per_poll").beginArray();
    for (NapiSummary.PollCount count : polls.packetsPerPoll()) {
      json.beginObject();
      json.name("packets").value(count.packets());
      json.name("polls").value(count.polls());
      json.endObject();
    }
    json.endArray();
  }

  private void drops(DropSummary drops) throws IOException {
    json.name("drops").beginObject();
    json.name("kfree_skb").value(drops.freed());
    json.name("nic_drop").value(drops.missed());
    json.name("sock_rcvqueue_full").value(drops.receiveQueueFull());
    json.name("udp_fail_queue_rcv_skb").value(drops.udpQueueFailed());
    json.name("by_reason").beginArray();
    for (DropSummary.Place place : drops.places()) {
      json.beginObject();
      json.name("reason").value(place.reason());
      json.name("location").value(place.location());
      json.name("count").value(place.count());
      json.endObject();
    }
    json.endArray();
    json.name("by_device").beginArray();
    for (DropSummary.DeviceCount device : drops.devices()) {
      json.beginObject();
      json.name("device").value(device.device());
      json.name("count").value(device.count());
      json.endObject();
    }
    json.endArray();
    json.name("udp_ports").beginArray();
    for (DropSummary.PortCount port : drops.udpPorts()) {
      json.beginObject();
      json.name("port").value(port.port());
      json.name("count").value(port.count());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void path(PathCount path) throws IOException {
    json.beginObject();
    json.name("origin").value(path.origin().label());
    JsonReport.known(json, "irq", path.irq());
    JsonReport.known(json, "softirq_cpu", path.softirqCpu());
    json.name("in_ksoftirqd").value(path.inKsoftirqd());
    json.name("wakeup").value(path.wakeup());
    json.name("reader_cpu").value(path.readerCpu());
    json.name("count").value(path.count());
    json.endObject();
  }
}
