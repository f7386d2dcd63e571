# What a thing of the lab is, in words that fit all kinds of things: what the operators ask and what they say.

function Find-LabThing([object] $Thing) {
    if ($Thing -isnot [string]) {
        return $Thing
    }

    $get = 'Get-LabVM', 'Get-LabClusterGroup', 'Get-LabHost', 'Get-LabClusterSharedVolume', 'Get-LabClusterResource',
        'Get-LabCluster'
    foreach ($cmdlet in $get) {
        $found = & $cmdlet $Thing -ErrorAction Ignore
        if ($found) {
            return @($found)[0]
        }
    }
}

# A host that is a cluster's node is asked as a node: what runs but is no member of its cluster is of no use to it.
function Get-LabStanding([object] $Thing) {
    $found = Find-LabThing $Thing
    if ($null -eq $found) {
        $what = $null -eq $Thing ? 'Nothing came in' : "The lab has no '$Thing'"
        throw [ArgumentException]::new(
            "$what`: pipe in a virtual machine, group, node, volume or cluster, or its name.")
    }

    if ($found -is [HyperVLab.Objects.HostComputer]) {
        $found = (Get-LabClusterNode $found.Name -ErrorAction Ignore) ?? $found
    }

    $kind, $online, $place = switch ($found) {
        { $_ -is [HyperVLab.Objects.VirtualMachine] } { 'virtual machine', 'Running', $_.ComputerName; break }
        { $_ -is [HyperVLab.Objects.ClusterGroup] } { 'group', 'Online', "$($_.OwnerNode)"; break }
        { $_ -is [HyperVLab.Objects.ClusterResource] } { 'resource', 'Online', "$($_.OwnerNode)"; break }
        { $_ -is [HyperVLab.Objects.ClusterSharedVolume] } { 'shared volume', 'Online', "$($_.OwnerNode)"; break }
        { $_ -is [HyperVLab.Objects.ClusterNode] } { 'node', 'Up', $_.Name; break }
        { $_ -is [HyperVLab.Objects.HostComputer] } { 'host', 'Running', $_.Name; break }
        { $_ -is [HyperVLab.Objects.Cluster] } { 'cluster', 'running', ''; break }
        default { throw [ArgumentException]::new("'$Thing' is nothing that could be online.") }
    }

    $state = $found -is [HyperVLab.Objects.Cluster] ? ($found.IsRunning ? 'running' : 'down') : "$($found.State)"
    [pscustomobject]@{
        Thing    = $found
        Title    = "$kind '$($found.Name)'"
        Name     = $found.Name
        State    = $state
        Reason   = $found.PSObject.Properties['FailureReason']?.Value
        IsOnline = $state -eq $online
        Place    = $place
    }
}

function Format-LabMoment([timespan] $Moment) {
    $Moment.ToString($Moment.Days ? 'd\.hh\:mm\:ss' : 'hh\:mm\:ss', [cultureinfo]::InvariantCulture)
}

function Format-LabAge([timespan] $Moment) {
    $age = (Get-LabClock).Now - $Moment
    $age.TotalSeconds -lt 120 ? "$([int] $age.TotalSeconds) s ago" : "$([int] $age.TotalMinutes) min ago"
}

# The last lines of the log, up to a moment, that name one of the things, and what went wrong anywhere just before.
function Get-LabExplanation([string[]] $Names, [timespan] $Until) {
    $pattern = ($Names | Where-Object { $_ } | ForEach-Object { "(?<!\w)$([regex]::Escape($_))(?!\w)" }) -join '|'
    $recent = $Until - [timespan]::FromMinutes(10)
    $lines = Get-LabEvent | Where-Object {
        $_.Time -le $Until -and
        (($pattern -and $_.Message -match $pattern) -or ($_.Time -ge $recent -and $_.Level -ge 'Warning'))
    } | Group-Object Time, Message | ForEach-Object { $_.Group[0] } | Sort-Object Id | Select-Object -Last 6
    if ($lines) {
        "`nWhat the log says of it:"
        foreach ($line in $lines) {
            $place = $line.ComputerName ? " $($line.ComputerName)" : ''
            "  $(Format-LabMoment $line.Time) ($(Format-LabAge $line.Time)) $($line.Level)${place}: $($line.Message)"
        }
    }
}

function Get-ShouldAnswer([bool] $Succeeded, [string] $Message, [string] $Because, [string[]] $Names, $Until) {
    $reason = $Because ? ", because $($Because -replace '^because\s')," : ''
    $text = $Message -replace '\{because\}', $reason
    if (-not $Succeeded) {
        $text = (@($text) + @(Get-LabExplanation $Names ($Until ?? (Get-LabClock).Now))) -join "`n"
    }

    [pscustomobject]@{ Succeeded = $Succeeded; FailureMessage = $text }
}
