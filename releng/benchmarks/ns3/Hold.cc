// The hold model in ns-3: as many events are pending all the time; the earliest fires and schedules one later.
// hold SCHEDULER PENDING EVENTS prints ns of CPU time for each event.
#include "ns3/core-module.h"

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <string>
#include <vector>

using namespace ns3;

static std::vector<int64_t> later(1 << 16);
static uint32_t next = 0;
static uint64_t left = 0;

static void Fire()
{
  if (left > 0)
    {
      left--;
      Simulator::Schedule(NanoSeconds(later[next++ & 0xffff]), &Fire);
    }
}

static double CpuNs()
{
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

int main(int argc, char** argv)
{
  if (argc < 4)
    {
      return 2;
    }
  const uint64_t pending = std::atoll(argv[2]);
  const uint64_t events = std::atoll(argv[3]);
  ObjectFactory factory;
  factory.SetTypeId(std::string("ns3::") + argv[1]);
  Simulator::SetScheduler(factory);
  std::mt19937_64 random(1);
  std::exponential_distribution<double> distribution(1 / std::max(1000.0, 100.0 * pending));
  for (int64_t& ns : later)
    {
      ns = static_cast<int64_t>(distribution(random));
    }
  left = pending + events;
  for (uint64_t i = 0; i < pending; i++)
    {
      Fire();
    }
  const double before = CpuNs();
  Simulator::Run();
  std::cout << (CpuNs() - before) / (pending + events) << std::endl;
  Simulator::Destroy();
  return 0;
}
