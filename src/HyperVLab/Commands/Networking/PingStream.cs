using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>A ping without end that a cmdlet waits for: it moves time itself, and ends with whoever reads it.</summary>
internal sealed class PingStream : IDisposable
{
    // How long the waiting looks away when the clock follows this computer's (ours).
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(20);

    private readonly LabHandle _handle;
    private readonly Key<LabJob> _job;
    private readonly PingReader _replies;
    private readonly IDisposable _pump;
    private readonly TimeSpan _delay;

    /// <summary>Begins to ping.</summary>
    /// <exception cref="LabException">It was refused.</exception>
    public PingStream(LabHandle handle, TestConnection request)
    {
        _handle = handle;
        _delay = TimeSpan.FromSeconds(request.Delay);
        JobView job = handle.Send(request);
        _job = new Key<LabJob>(job.Key);
        _replies = new PingReader(LabObjects.Of<PingSession>(handle, handle.Lab.View<PingView>(job.ResultKey!.Value)!));
        _pump = handle.BeginPump();
    }

    /// <summary>Whether nothing more is sent.</summary>
    public bool HasEnded => _handle.Lab.View<JobView>(_job.Number) is not { HasEnded: false };

    /// <summary>Lets some time pass, and says what has become known of the pings.</summary>
    public IReadOnlyList<object> Next()
    {
        if (_handle.Clock.Mode == LabClockMode.Follow)
        {
            Thread.Sleep(s_nap);
            _handle.Clock.Tick();
        }
        else
        {
            _handle.Lab.AdvanceTo(_handle.Lab.Now + _delay);
            _handle.Tell();
        }

        return _replies.Next();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pump.Dispose();
        if (!HasEnded)
        {
            _handle.Send(new StopJob { Job = _job });
        }
    }
}
