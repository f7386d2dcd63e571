using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Finds the place of a virtual machine that is to be made, and rates it; what is pinned stays.</summary>
public sealed record UpdateVMConfiguration : LabRequest, IPlacing
{
    private IReadOnlySet<Key<PhysicalComputer>>? _among;
    private MachinePlace? _place;

    /// <summary>The configuration.</summary>
    public required Key<VMConfiguration> VMConfiguration { get; init; }

    /// <summary>Whether it is only looked whether there is a place.</summary>
    public bool ValidateOnly { get; init; }

    /// <inheritdoc/>
    Key<PhysicalComputer>? IPlacing.VMHost => null;

    /// <inheritdoc/>
    string? IPlacing.Path => null;

    /// <inheritdoc/>
    void IPlacing.Among(IReadOnlySet<Key<PhysicalComputer>>? hosts) => _among = hosts;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMConfiguration known = lab.VMConfigurations[VMConfiguration];
        VmmAccess.Demand(lab, caller, known.Server);
        PlacementDemand demand = VMConfigurations.DemandOf(lab, known);
        if (known is { IsHostPinned: true, Host: { } pinned })
        {
            _place = new MachinePlace(pinned, known.Location, null);
            return;
        }

        _place = new PlaceWish
        {
            Name = known.Name,
            Server = known.Server,
            VMHostGroup = known.HostGroup,
            Path = known.IsLocationPinned ? known.Location : null,
            Among = _among,
        }.Find(lab, _ => demand);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMConfiguration known = lab.VMConfigurations[VMConfiguration];
        if (!ValidateOnly)
        {
            known.MoveTo(_place!.Host, known.IsLocationPinned ? known.Location : _place.Path);
            VMHostRatingView rating = RatingOf(lab, known);
            known.Rate(
                rating.Rating,
                _place.Choice?.Describe()
                    ?? string.Join(' ', rating.ZeroRatingReasons.DefaultIfEmpty(rating.Description)),
                lab.Now);
        }

        // The journal keeps the request, and need not keep what was found out for it.
        (_place, _among) = (null, null);
        job.Give(known.Key);
    }

    private static VMHostRatingView RatingOf(LabState lab, VMConfiguration known) => VMHostRatingView.Of(
        HostOffers.Of(lab).Single(offer => offer.Key == known.Host),
        VMConfigurations.DemandOf(lab, known),
        PlacementWeights.Usual,
        PlacementGoal.LoadBalance,
        null);
}
