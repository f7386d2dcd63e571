using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
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
        Begin(lab, vm, PlanTo(lab, vm, target, kind), job);

    /// <summary>How a machine would go to a host over the fastest network that leads there.</summary>
    public static MigrationPlan PlanTo(
        LabState lab, Key<VirtualMachine> vm, Key<PhysicalComputer> target, MigrationKind kind)
    {
        MigrationLink? link = kind == MigrationKind.Live && lab.VirtualMachines.Find(vm) is { } known
            ? MigrationLinks.Best(lab, known.Computer, target)
            : null;
        var plan = new MigrationPlan { Target = target, Kind = kind };
        return link is null ? plan : Over(lab, plan, link, RateOf(MigrationLinks.SpeedOf(lab, link)));
    }

    /// <summary>A plan to send memory over a connection, as fast as that lets it now.</summary>
    public static MigrationPlan Over(LabState lab, MigrationPlan plan, MigrationLink link, long unimpaired) => plan with
    {
        Link = link,
        BytesPerSecond = MigrationRate.Of(lab, link, unimpaired),
        UnimpairedBytesPerSecond = unimpaired,
    };

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
        DiskMerges.Follow(lab, vm);
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

    /// <summary>
    /// Hears that who reaches whom may have changed: a live migration whose hosts have lost each other ends on the
    /// source, unless the machine has been handed over; another goes on at the rate that is left.
    /// </summary>
    public static void FollowNetwork(LabState lab)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (lab.Migrations.Find(vm.Migration) is not { NeedsNetwork: true, Link: not null } migration)
            {
                continue;
            }

            if (HasLostNetwork(lab, migration))
            {
                LoseNetwork(lab, migration);
            }
            else
            {
                MigrationRate.Follow(lab, migration);
            }
        }
    }

    /// <summary>Hears that an adapter goes away for good: whatever is sent over it ends.</summary>
    public static void LoseAdapter(LabState lab, Key<NetworkAdapter> adapter)
    {
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (lab.Migrations.Find(vm.Migration) is { Link: { } link } migration
                && (link.Source == adapter || link.Target == adapter))
            {
                migration.ForgetLink();
                if (migration.NeedsNetwork)
                {
                    LoseNetwork(lab, migration);
                }
            }
        }
    }

    /// <summary>Whether the connection that a migration still needs carries no more.</summary>
    public static bool HasLostNetwork(LabState lab, Migration migration) =>
        migration is { NeedsNetwork: true, Link: { } link } && !MigrationLinks.Carries(lab, link);

    /// <summary>Ends a live migration whose hosts have lost each other.</summary>
    public static void LoseNetwork(LabState lab, Migration migration) => Fail(
        lab,
        migration,
        MigrationErrors.NetworkLost,
        migration.VMName,
        lab.NameOf(migration.Source),
        lab.NameOf(migration.Target));

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
}
