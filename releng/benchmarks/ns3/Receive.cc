// ns-3's counterpart of receive.sockmodel: datagrams over a point-to-point link to a UdpServer.
#include "ns3/applications-module.h"
#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"

#include <cstdlib>
#include <iostream>

using namespace ns3;

int main(int argc, char** argv)
{
  const uint32_t packets = argc > 1 ? std::atoi(argv[1]) : 1000000;
  NodeContainer nodes;
  nodes.Create(2);
  PointToPointHelper link;
  link.SetDeviceAttribute("DataRate", StringValue("10Gbps"));
  link.SetChannelAttribute("Delay", StringValue("0ns"));
  NetDeviceContainer devices = link.Install(nodes);
  InternetStackHelper().Install(nodes);
  Ipv4AddressHelper addresses("10.0.0.0", "255.255.255.0");
  Ipv4InterfaceContainer interfaces = addresses.Assign(devices);

  UdpServerHelper server(5000);
  ApplicationContainer receivers = server.Install(nodes.Get(1));
  UdpClientHelper client(interfaces.GetAddress(1), 5000);
  client.SetAttribute("MaxPackets", UintegerValue(packets));
  client.SetAttribute("Interval", TimeValue(MicroSeconds(20)));
  client.SetAttribute("PacketSize", UintegerValue(512));
  client.Install(nodes.Get(0)).Start(MilliSeconds(1));

  Simulator::Run();
  std::cout << DynamicCast<UdpServer>(receivers.Get(0))->GetReceived() << std::endl;
  Simulator::Destroy();
  return 0;
}
