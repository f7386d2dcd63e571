using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Proof;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class GuestMemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_the_guest_writes_the_target_has_it_version_by_version(int seed)
    {
        var random = new Random(seed);
        using TestLab lab = ComputeLab.Create(hosts: 2, seed);
        lab.Lab.IsProved = true;
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60", memoryGigabytes: 1);
        lab.Do(Workload(vm, random));
        lab.Boot(vm);
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        while (!lab.Lab.View<MigrationView>(key.Number)!.HasEnded)
        {
            lab.Advance(random.NextDouble());
            lab.Do(Workload(vm, random));
        }

        Assert.Equal(MigrationPhase.Succeeded, lab.Lab.View<MigrationView>(key.Number)!.Phase);
        Assert.Equal(0, lab.Read(state => state.TrackedMemories.Count));
        Assert.Empty(lab.Lab.SeenViolations);
    }

    [Fact]
    public void Without_the_dirty_bit_the_target_lacks_pages_and_the_proof_finds_one()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);
        lab.Lab.IsProved = true;
        lab.Arrange(state => state.Guards.TracksDirtyPages = false);
        lab.Move(vm, host: 2);
        lab.Advance(60);

        Violation found = Assert.Single(lab.Lab.SeenViolations).Violation;
        Assert.Equal(LabInvariant.MigratedMemoryIsWhole, found.Invariant);
        Assert.Matches(
            "^web01 was handed over, and page \\d+ has version \\d+ on the target and \\d+ on the source",
            found.Message);
    }

    [Fact]
    public void A_sweep_makes_as_much_dirty_as_it_went_through()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Do(new SetVMWorkload
        {
            VM = vm.Machine(), DirtyBytesPerSecond = 0, SweepBytesPerSecond = ComputeSettings.UsableBytesPerGigabit / 2,
        });
        lab.Boot(vm);
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(120);

        // Each pass leaves half of what it sent, so the sum comes near to twice the memory.
        IReadOnlyList<MigrationPass> passes = lab.Lab.View<MigrationView>(key.Number)!.Passes;
        Assert.All(
            passes.Zip(passes.Skip(1)),
            pair => Assert.InRange(
                pair.Second.Bytes, pair.First.Bytes * 49 / 100, (pair.First.Bytes * 51 / 100) + 4_000_000));
        Assert.InRange(passes.Sum(pass => pass.Bytes), 3.8 * ComputeLab.Gigabyte, 4.1 * ComputeLab.Gigabyte);
    }

    [Fact]
    public void Passes_stand_in_the_record_with_when_they_began()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(60);

        MigrationView migration = lab.Lab.View<MigrationView>(key.Number)!;
        TimeSpan next = migration.StartTime + ComputeSettings.MigrationSetUp;
        foreach (MigrationPass pass in migration.Passes)
        {
            Assert.Equal(next, pass.StartTime);
            next += pass.Duration;
        }
    }

    private static SetVMWorkload Workload(VirtualMachineView vm, Random random) => new()
    {
        VM = vm.Machine(),
        DirtyBytesPerSecond = random.NextInt64(200L << 20),
        HotSetBytes = random.NextInt64(400L << 20),
        SweepBytesPerSecond = random.Next(3) == 0 ? random.NextInt64(100L << 20) : 0,
    };
}
