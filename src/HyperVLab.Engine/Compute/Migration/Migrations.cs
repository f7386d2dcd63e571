using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>Moves virtual machines between hosts, for requests and for the areas above.</summary>
internal static class Migrations
{
    /// <summary>Refuses a migration that cannot begin.</summary>
    /// <exception cref="LabException">It cannot; the message gives the first reason found.</exception>
    public static void Validate(
        LabState lab, Key<VirtualMachine> vm, Key<PhysicalComputer> target, MigrationKind kind)
    {
        if (Refusal(lab, vm, target, kind) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why a migration cannot begin; null where it can.</summary>
    public static LabException? Refusal(
        LabState lab, Key<VirtualMachine> key, Key<PhysicalComputer> target, MigrationKind kind) =>
        lab.VirtualMachines.Find(key) is { } vm
            ? MigrationRules.Refusal(lab, vm, target, kind)
            : VMErrors.NoSuchVM.For(null, key.ToString());

    /// <summary>
    /// Begins a migration over the fastest network that the hosts have in common, the storage staying where it is.
    /// </summary>
    /// <returns>The migration; null where it was refused, and then the job has failed.</returns>
    public static Key<Migration>? Begin(
        LabState lab, Key<VirtualMachine> vm, Key<PhysicalComputer> target, MigrationKind kind, Key<LabJob>? job) =>
        Begin(
            lab,
            vm,
            new MigrationPlan { Target = target, Kind = kind, BytesPerSecond = RateTo(lab, vm, target) },
            job);

    /// <summary>Begins a migration.</summary>
    /// <returns>The migration; null where it was refused, and then the job has failed.</returns>
    public static Key<Migration>? Begin(
        LabState lab, Key<VirtualMachine> key, MigrationPlan plan, Key<LabJob>? job)
    {
        if (Refusal(lab, key, plan.Target, plan.Kind) is { } refusal)
        {
            lab.Fail(job, refusal.Error, refusal.Target, [.. refusal.Arguments]);
            return null;
        }

        VirtualMachine vm = lab.VirtualMachines[key];
        Migration migration = lab.Migrations.Add(number => new Migration(number, vm, plan, job, lab.Now));
        vm.BeginMigration(migration.Key);
        if (plan.Kind == MigrationKind.Live)
        {
            LiveMigration.Begin(lab, migration, vm);
        }
        else
        {
            QuickMigration.Begin(lab, migration, vm);
        }

        return migration.Key;
    }

    /// <summary>
    /// What a link carries of a machine's memory: in proportion up to 1 Gbit/s, less than that beyond.
    /// </summary>
    public static long RateOf(long linkBitsPerSecond)
    {
        const long Gigabit = 1_000_000_000;
        if (linkBitsPerSecond <= Gigabit)
        {
            return Math.Max(1, (long)((Int128)ComputeSettings.UsableBytesPerGigabit * linkBitsPerSecond / Gigabit));
        }

        long gain = ComputeSettings.UsableBytesPerTenGigabit - ComputeSettings.UsableBytesPerGigabit;
        return ComputeSettings.UsableBytesPerGigabit
            + (long)((Int128)gain * (linkBitsPerSecond - Gigabit) / (9 * Gigabit));
    }

    /// <summary>Ends a migration before its time: the machine is where it was, or lost with its host.</summary>
    public static void Fail(LabState lab, Migration migration, LabError why, params string[] arguments)
    {
        if (migration.HasEnded)
        {
            return;
        }

        lab.Fail(migration.Job, why, migration.VMName, arguments);
        LiveMigration.Withdraw(lab, migration);
        End(lab, migration, succeeded: false);
    }

    /// <summary>Takes back the live migration of a job, where the source still has everything.</summary>
    public static void Cancel(LabState lab, Key<LabJob> job)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (lab.Migrations.Find(vm.Migration) is
                { Kind: MigrationKind.Live, Phase: not MigrationPhase.Resuming } migration
                && migration.Job == job)
            {
                LiveMigration.Withdraw(lab, migration);
                End(lab, migration, succeeded: false);
                return;
            }
        }
    }

    /// <summary>Ends a migration and tells the other areas.</summary>
    public static void End(LabState lab, Migration migration, bool succeeded)
    {
        lab.Cancel(migration.Event);
        migration.End(succeeded, lab.Now);
        if (lab.VirtualMachines.Find(migration.VM) is { } vm)
        {
            vm.BeginMigration(null);
        }

        GuestMemory.Forget(lab, migration);
        LiveMigration.LeaveHosts(lab, migration);
        lab.Raise(new MigrationEnded(migration.Key, succeeded));
        if (succeeded)
        {
            lab.Complete(migration.Job);
        }
    }

    private static long RateTo(LabState lab, Key<VirtualMachine> vm, Key<PhysicalComputer> target) =>
        lab.VirtualMachines.Find(vm) is { } known
            && MigrationRules.CommonLink(lab, known.Computer, target) is { } bitsPerSecond
                ? RateOf(bitsPerSecond)
                : ComputeSettings.UsableBytesPerGigabit;
}
