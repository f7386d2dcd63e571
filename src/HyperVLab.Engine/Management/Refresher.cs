namespace HyperVLab.Engine.Management;

/// <summary>
/// The refresher that reads every host from time to time. Nothing ticks: when it last did is reckoned when asked.
/// </summary>
internal static class Refresher
{
    /// <summary>When a host was last read, by hand or by the refresher while its agent answers.</summary>
    public static TimeSpan LastOf(LabState lab, ManagedComputer managed)
    {
        if (Agents.StateOf(lab, managed) != AgentState.Responding)
        {
            return managed.RefreshedAt;
        }

        long rounds = (lab.Now - managed.RefreshedAt).Ticks / ManagementSettings.HostRefreshInterval.Ticks;
        return managed.RefreshedAt + (rounds * ManagementSettings.HostRefreshInterval);
    }
}
