using System.Collections;
using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Binding;

/// <summary>Completes the names of teams of network adapters.</summary>
public sealed class NetLbfoTeamCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        LabOf(bound)?.Lab.Views<NetLbfoTeamView>()
            .Where(static view => view.IsTeam).Select(static view => view.Name) ?? [];
}
