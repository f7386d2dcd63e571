BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
}

Describe 'TCP connections' {
    BeforeAll {
        New-Lab -Seed 7 -HostCount 2 -VMCount 2 | Out-Null
        Install-LabGuestOS VM0001 'Windows Server 2008 R2' -IPAddress 192.168.10.61
        Install-LabGuestOS VM0002 'Windows Server 2008 R2' -IPAddress 192.168.10.62
        Get-LabVM | Start-LabVM
        Step-LabClock -Seconds 120 | Out-Null
    }

    AfterAll { Remove-Lab Lab }

    Context 'Start-LabFlow' {
        It 'sends as fast as the way allows, and tells so whenever it is asked' {
            $flow = Start-LabFlow ADMIN1 VM0001
            $flow.State | Should -Be 'Established'
            $flow.BitsPerSecond | Should -BeGreaterThan 900e6
            Step-LabClock -Seconds 10 | Out-Null
            $flow.Bytes / 1e6 | Should -BeGreaterThan 1100
            $flow | Stop-LabFlow -Passthru | Should -Be $flow
            "$($flow.State) ($($flow.Reason))" | Should -Be 'Closed (Stopped)'
        }

        It 'finds its ends by address, and ends with its last byte' {
            $flow = Start-LabFlow 192.168.10.61 192.168.10.62 -Bytes 10MB -RateBitsPerSecond 8000000
            "$flow" | Should -Be 'VM0001 -> VM0002:5001'
            Step-LabClock -Seconds 20 | Out-Null
            $flow.Reason | Should -Be 'Finished'
            $flow.Bytes | Should -Be 10MB
            ($flow.EndTime - $flow.StartTime).TotalSeconds | Should -BeGreaterThan 10.4
        }

        It 'breaks where the way stays cut' {
            $flow = Start-LabFlow VM0001 VM0002
            Set-LabVMNetworkAdapterVlan -VMName VM0002 -Access -VlanId 9
            $flow.State | Should -Be 'Stalled'
            Step-LabClock -Seconds 30 | Out-Null
            "$($flow.State) ($($flow.Reason))" | Should -Be 'Broken (TimedOut)'
            $flow.LongestStall.TotalSeconds | Should -Be 18.9
            Set-LabVMNetworkAdapterVlan -VMName VM0002 -Untagged
        }

        It 'says why it was not established' {
            Set-LabTcpPort VM0001 5002 Closed
            { Start-LabFlow ADMIN1 VM0001 -Port 5002 -ErrorAction Stop } | Should -Throw '*refused*'
            { Start-LabFlow ADMIN1 ADMIN1 -ErrorAction Stop } | Should -Throw '*both ends*'
            { Start-LabFlow ADMIN1 nobody -ErrorAction Stop } | Should -Throw '*nobody*'
        }

        It 'waits in the background with -AsJob' {
            Set-LabTcpPort VM0001 5003 Filtered
            $job = Start-LabFlow ADMIN1 VM0001 -Port 5003 -AsJob
            Step-LabClock -Seconds 1 | Out-Null
            Set-LabTcpPort VM0001 5003 Listening
            $job | Wait-LabJob | Out-Null
            (Get-LabFlow -Destination VM0001 -State Established).Port | Should -Be 5003
            Get-LabFlow -State Established | Stop-LabFlow
        }
    }

    Context 'Get-LabFlow and Stop-LabFlow' {
        It 'finds flows by number, and says that there is none' {
            $flow = Start-LabFlow ADMIN1 VM0001
            Get-LabFlow $flow.Id | Should -Be $flow
            Stop-LabFlow $flow.Id
            { Stop-LabFlow $flow.Id -ErrorAction Stop } | Should -Throw '*has ended*'
            { Get-LabFlow 99 -ErrorAction Stop } | Should -Throw '*no flow 99*'
        }

        It 'changes nothing under -WhatIf' {
            $before = (Get-Lab).JournalHash
            Start-LabFlow ADMIN1 VM0001 -WhatIf
            Set-LabTcpPort VM0001 99 Closed -WhatIf
            (Get-Lab).JournalHash | Should -Be $before
        }
    }

    Context 'Test-LabConnection -TcpPort' {
        It 'says whether somebody listens, as Test-Connection does' {
            Test-LabConnection HV0001 -TcpPort 5985 | Should -BeTrue
            Test-LabConnection 192.168.10.61 -TcpPort 80 | Should -BeFalse
            Start-LabWorkload VM0001 Web
            Test-LabConnection 192.168.10.61 -TcpPort 80 | Should -BeTrue
        }

        It 'says with -Detailed what became of each, with the properties of Test-Connection' {
            Set-LabTcpPort VM0001 443 Closed
            $status = Test-LabConnection 192.168.10.61 -TcpPort 443 -Detailed -Count 2
            $status.Id | Should -Be 1, 2
            $status[0].Status | Should -Be ([System.Net.Sockets.SocketError]::ConnectionRefused)
            $status[0].Connected | Should -BeFalse
            "$($status[0].TargetAddress):$($status[0].Port)" | Should -Be '192.168.10.61:443'
            (Test-LabConnection 192.168.10.61 -TcpPort 444 -Detailed -Count 1).Status | Should -Be 'TimedOut'
        }

        It 'is false for a name without an address where it is quiet' {
            Test-LabConnection nobody -TcpPort 80 -Quiet | Should -BeFalse
        }
    }

    Context 'Get-LabTcpPort' {
        It 'lists what was opened and closed' {
            Set-LabTcpPort -ComputerName HV0002 -Port 8080 -State Listening -Passthru | Should -Be 'HV0002:8080'
            (Get-LabTcpPort HV* -Port 8080).State | Should -Be 'Listening'
            Test-LabConnection HV0002 -TcpPort 8080 | Should -BeTrue
        }
    }
}
