using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>
/// What placement chooses is held against rules that are written down here once more, from what the lab says of hosts
/// and machines alone.
/// </summary>
public sealed class PlacementOracleTests
{
    private const int Hosts = 4;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_host_is_chosen_if_and_only_if_it_can_take_the_machine(int seed)
    {
        var random = new Random(seed);
        using TestLab lab = TemplateLab.Create(Hosts);
        for (int number = 1; number <= Hosts; number++)
        {
            Draw(lab, random, lab.Computer($"NODE{number}"));
        }

        for (int turn = 1; turn <= 25; turn++)
        {
            NewVirtualMachine wish = new()
            {
                Name = $"vm{turn}",
                VMTemplate = lab.Template(),
                MemoryMB = random.Next(16, 2800) * 2,
                CPUCount = random.Next(1, 7),
                SwitchName = random.Next(3) == 0 ? "Lan" : null,
            };
            Key<PhysicalComputer>[] possible = [.. Enumerable.Range(1, Hosts)
                .Select(number => lab.Computer($"NODE{number}")).Where(host => CanTake(lab, host, wish))];
            if (possible.Length == 0)
            {
                Assert.Equal("PlacementNoHost", lab.Refused(wish).Error.Key);
                continue;
            }

            VirtualMachineView made = lab.Make<VirtualMachineView>(wish);
            Assert.Contains(new Key<PhysicalComputer>(made.ComputerKey), possible);
        }
    }

    private static void Draw(TestLab lab, Random random, Key<PhysicalComputer> host)
    {
        lab.Do(new SetManagedVMHost
        {
            Computer = host,
            AvailableForPlacement = random.Next(6) > 0,
            CPUPercentageReserve = random.Next(80),
            MemoryReserveMB = random.Next(10_000),
            DiskSpaceReserveMB = random.Next(40_000),
        });
        if (random.Next(2) == 0)
        {
            lab.Do(new NewVMSwitch { Computer = host, Name = "Lan", SwitchType = VMSwitchType.Private });
        }

        for (int number = random.Next(4); number > 0; number--)
        {
            Key<VirtualMachine> vm = new(lab.Make<VirtualMachineView>(new NewVM
            {
                Computer = host,
                Name = $"old{host.Number}-{number}",
                MemoryStartupBytes = random.Next(16, 2000) * (2L << 20),
            }).Key);
            lab.Do(new SetVMProcessor { VM = vm, Count = random.Next(1, 5) });
            lab.Do(new SetVMWorkload { VM = vm, ProcessorPercent = random.Next(101) });
        }
    }

    private static bool CanTake(TestLab lab, Key<PhysicalComputer> key, NewVirtualMachine wish) => lab.Read(state =>
    {
        PhysicalComputer host = state.Computers[key];
        ManagedComputer managed = state.ManagedComputers.Single(one => one.Computer == key);
        HostReserves reserves = managed.OwnReserves!;
        VirtualMachine[] there = [.. state.VirtualMachines.Where(vm => vm.Computer == key)];
        long memory = there.Sum(vm => vm.MemoryStartupBytes) + ((long)wish.MemoryMB! << 20);
        long kept = Math.Max(HostSettings.ParentPartitionReserveBytes, (long)reserves.MemoryMegabytes << 20);
        long cpu = there.Sum(vm => (long)vm.ProcessorCount * (vm.Load?.ProcessorPercent ?? 20))
            + ((long)wish.CPUCount! * 20);
        VolumeMount disk = state.VolumeMounts.Single(mount => mount.Computer == key && mount.Path == "C:");
        long file = state.StoredFiles[state.LibraryResources.Single().File!.Value].SizeBytes;
        long room = state.Volumes[disk.Volume].FreeBytes - ((long)reserves.DiskMegabytes << 20);
        return managed.AvailableForPlacement
            && memory <= host.MemoryBytes - kept
            && cpu <= host.LogicalProcessorCount * (100L - reserves.CpuPercent)
            && wish.CPUCount <= Math.Min(host.LogicalProcessorCount, host.Edition!.MaxVirtualProcessorsPerVM)
            && file + (2 << 20) <= room
            && (wish.SwitchName is null
                || state.VirtualSwitches.Any(one => one.Computer == key && one.Name == wish.SwitchName));
    });
}
