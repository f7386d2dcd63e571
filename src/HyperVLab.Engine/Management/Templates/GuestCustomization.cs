using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What Windows' mini-setup does with a copy of a generalized disk: it becomes a computer of its own.
/// </summary>
internal static class GuestCustomization
{
    /// <summary>Why a disk cannot be customized; null where it can.</summary>
    public static StepFailure? Refusal(LabState lab, string name, StoredFile file) =>
        DiskCopies.SystemOn(lab, file) switch
        {
            null => new StepFailure(TemplateErrors.NothingInstalled, name, name),
            { Generalized: false } system => new StepFailure(
                TemplateErrors.NotGeneralized, name, name, system.OperatingSystem),
            _ => null,
        };

    /// <summary>Gives a disk its identity.</summary>
    public static void Run(LabState lab, LabJob job, DeploymentPlan plan, StoredFile file)
    {
        GuestSystemRecord system = DiskCopies.SystemOn(lab, file)!;
        GuestSystemRecord customized = system with
        {
            ComputerName = plan.ComputerName,
            MachineSid = GuestRules.DrawSid(lab, system.OperatingSystem, plan.Number),
            Generalized = false,
        };
        if (plan.Guest is { Domain.Length: > 0 } guest)
        {
            customized = Join(lab, job, plan, guest, customized, IsReal(lab, file));
        }

        DiskCopies.Change(lab, file, disk => GuestIdentity.Write(disk, customized));
    }

    // As in the real setup, a guest that cannot join goes on in a workgroup.
    private static GuestSystemRecord Join(
        LabState lab, LabJob job, DeploymentPlan plan, GuestSettings guest, GuestSystemRecord system, bool isReal)
    {
        Key<Account>? account = job.Caller.Account;
        string? refusal = isReal ? "a real Windows joins by itself, with its own answer file."
            : plan.SwitchName is null ? "it is connected to no network."
            : null;
        if (guest.DomainJoinAccount.Length > 0)
        {
            account = FindAccount(lab, guest.DomainJoinAccount)?.Key;
            refusal ??= account is null ? $"there is no account {guest.DomainJoinAccount}." : null;
        }

        refusal ??= GuestDomains.Refusal(lab, plan.Computer, guest.Domain, plan.ComputerName, account);
        if (refusal is not null)
        {
            lab.Warn(job.Key, $"{plan.ComputerName} failed to join the domain {guest.Domain}: {refusal}");
            return system;
        }

        (string domain, int password) = GuestDomains.Join(lab, guest.Domain, plan.ComputerName);
        return system with { Domain = domain, MachinePassword = password };
    }

    private static bool IsReal(LabState lab, StoredFile file) =>
        VirtualDiskFiles.Read(lab, file, GuestIdentity.IsReal);

    private static Account? FindAccount(LabState lab, string name) => lab.Accounts.FirstOrDefault(account =>
        string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase)
        || account.Name.EndsWith($@"\{name}", StringComparison.OrdinalIgnoreCase));
}
