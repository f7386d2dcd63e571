function Measure-LabOutage {
    <#
    .SYNOPSIS
        Says for how long computers or guests of the lab did not answer while something was done.
    .DESCRIPTION
        They are pinged every virtual second from your workstation while the script block runs, and after it until all
        answer again: for -SettleSeconds at least, so that what the block set off is seen too, and for -TimeoutSeconds
        at most. StartTime, EndTime and Duration are those of the longest time without an answer, Total is all of them
        together. What the block writes is lost.
    .EXAMPLE
        Measure-LabOutage web01 { Stop-LabHost NODE1 -TurnOff }
        Shows for how long web01 is away when its host loses its power.
    .EXAMPLE
        Measure-LabOutage web01, db01 { Suspend-LabClusterNode NODE1 -Drain -Wait } | Should -LastAtMost 00:00:02
        Asserts that a drain disturbs neither of two guests.
    #>
    [CmdletBinding()]
    [OutputType('HyperVLab.Testing.Outage')]
    param(
        # The computers or guests to ping: names or addresses.
        [Parameter(Mandatory, Position = 0)]
        [Alias('VMName', 'ComputerName')]
        [string[]] $TargetName,

        # What to do meanwhile.
        [Parameter(Mandatory, Position = 1)]
        [scriptblock] $ScriptBlock,

        # For how many virtual seconds to go on at least when the block has ended.
        [ValidateRange(0, 86400)]
        [int] $SettleSeconds = 60,

        # For how many virtual seconds to wait at most until all answer again.
        [ValidateRange(0, 86400)]
        [int] $TimeoutSeconds = 1200
    )

    $pings = foreach ($name in $TargetName) {
        Test-LabConnection $name -Continuous -AsJob -ErrorAction Stop
    }

    try {
        Step-LabClock -Seconds 2
        foreach ($ping in $pings) {
            if (-not (Test-PingAnswered $ping)) {
                $name = (Get-LabPingTimeline -Job $ping).TargetName
                throw [InvalidOperationException]::new("'$name' does not answer: an outage is of what was there.")
            }
        }

        & $ScriptBlock | Out-Null
        $ended = (Get-LabClock).Now
        Step-LabClock -Seconds $SettleSeconds
        while (((Get-LabClock).Now - $ended).TotalSeconds -lt $TimeoutSeconds -and -not (Test-PingAnswered $pings)) {
            Step-LabClock -Seconds 5
        }

        foreach ($ping in $pings) {
            ConvertTo-LabOutage (Get-LabPingTimeline -Job $ping)
        }
    }
    finally {
        $pings | Stop-Job
        $pings | Remove-Job -Force
    }
}

# Whether the last ping of each whose end is known was answered.
function Test-PingAnswered([object[]] $Pings) {
    -not ($Pings | Where-Object { (Get-LabPingTimeline -Job $_).Symbols.TrimEnd('?') -notmatch '!$' })
}

function ConvertTo-LabOutage([HyperVLab.Objects.PingTimeline] $Timeline) {
    $symbols = $Timeline.Symbols.TrimEnd('?')
    $gaps = [regex]::Matches($symbols, '[^!]+')
    $longest = $gaps | Sort-Object Length -Descending -Stable | Select-Object -First 1
    $second = [timespan]::FromSeconds($Timeline.DelaySeconds)
    [pscustomobject]@{
        PSTypeName = 'HyperVLab.Testing.Outage'
        TargetName = $Timeline.TargetName
        StartTime  = $longest ? $Timeline.StartTime + $longest.Index * $second : $null
        EndTime    = $longest ? $Timeline.StartTime + ($longest.Index + $longest.Length) * $second : $null
        Duration   = ($longest ? $longest.Length : 0) * $second
        Total      = ($gaps | Measure-Object Length -Sum).Sum * $second
        Sent       = $symbols.Length
        Lost       = ($symbols -replace '!').Length
        IsOver     = $symbols.EndsWith('!')
        Timeline   = $Timeline
    }
}
