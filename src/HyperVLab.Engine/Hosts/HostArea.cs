using HyperVLab.Engine.Hosts.Notices;

namespace HyperVLab.Engine.Hosts;

/// <summary>Physical computers, their editions and features, and the directory.</summary>
internal sealed class HostArea : ILabArea
{
    /// <inheritdoc/>
    public void Hear(LabState lab, LabNotice notice)
    {
        switch (notice)
        {
            case JobStopping stopping:
                ComputerServicing.Abandon(lab, stopping.Job);
                break;
            case ComputerStarted started:
                Servers.Follow(lab, started.Computer);
                break;
            case ComputerStopping stopping:
                Servers.Follow(lab, stopping.Computer);
                break;
            case ComputerStopped stopped:
                Servers.Follow(lab, stopped.Computer);
                break;
            case ComputerHung hung:
                Servers.Follow(lab, hung.Computer);
                break;
            case ComputerWoke woke:
                Servers.Follow(lab, woke.Computer);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void Verify(LabState lab) => HostIntegrity.Check(lab);

    /// <inheritdoc/>
    public void Describe(ViewCatalogue views)
    {
        views.Add(
            static lab => lab.Computers,
            PhysicalComputerView.Of,
            static computer => computer.Name,
            HostErrors.NoSuchComputer);
        views.Add(
            static lab => lab.Computers, VMHostView.Of, static computer => computer.Name, HostErrors.NoSuchComputer);
        views.Add(
            static lab => lab.Servers,
            ServerView.Of,
            static (lab, server) => lab.NameOf(server.Computer),
            ServerErrors.NoSuchServer);
        views.Add(static lab => lab.Chassis, ChassisView.Of, static chassis => chassis.Name, HostErrors.NoSuchChassis);
        views.Add(
            static lab => lab.Features,
            HostFeatureView.Of,
            static feature => feature.Name,
            FeatureErrors.FeatureNotListed);
        views.Add(
            static lab => lab.FirewallGroups,
            FirewallGroupView.Of,
            static group => group.DisplayGroup,
            FeatureErrors.NoFirewallRules);
        views.Add(
            static lab => lab.LocalGroupMembers,
            LocalGroupMemberView.Of,
            static member => member.Name,
            DirectoryErrors.NoSuchMember);
        views.Add(
            static lab => lab.Packages,
            InstalledPackageView.Of,
            static package => package.Name,
            FeatureErrors.PackageNotInstalled);
        views.Add(
            static lab => lab.VirtualCenterHosts,
            VirtualCenterHostView.Of,
            static (lab, host) => lab.NameOf(host.Computer),
            VirtualCenterErrors.NoSuchHost);
        views.Add(
            static lab => lab.Domains, DomainView.Of, static domain => domain.Name, DirectoryErrors.NoSuchIdentity);
        views.Add(
            static lab => lab.DirectoryComputers,
            DirectoryComputerView.Of,
            static computer => computer.Name,
            DirectoryErrors.NoSuchIdentity);
        views.Add(
            static lab => lab.DnsRecords, DnsRecordView.Of, static record => record.Name, DirectoryErrors.NoSuchRecord);
        views.Add(
            static lab => lab.Accounts, AccountView.Of, static account => account.Name, DirectoryErrors.NoSuchIdentity);
    }
}
