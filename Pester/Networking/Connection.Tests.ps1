BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $script:nic = 'Local Area Connection'
}

Describe 'Pings' {
    BeforeEach { New-Lab -Seed 7 | Out-Null }

    AfterEach { Remove-Lab Lab }

    Context 'Test-LabConnection' {
        It 'writes four answers with the properties of Test-Connection' {
            $reply = Test-LabConnection DC1
            $reply | Should -HaveCount 4
            $reply.Ping | Should -Be 1, 2, 3, 4
            $reply[0].Status | Should -Be ([System.Net.NetworkInformation.IPStatus]::Success)
            $reply[0].Source | Should -Be 'ADMIN1'
            $reply[0].Destination | Should -Be 'DC1'
            $reply[0].DisplayAddress | Should -Be '192.168.10.10'
            $reply[0].BufferSize | Should -Be 32
        }

        It 'takes targets from the pipeline, and pings from another computer' {
            $reply = 'DC1', 'ADMIN1' | Test-LabConnection -Count 1 -Source dc1
            $reply.Destination | Should -Be 'DC1', 'ADMIN1'
            $reply.Source | Should -Be 'DC1', 'DC1'
        }

        It 'says with -Quiet whether every ping was answered' {
            Test-LabConnection DC1 -Quiet | Should -BeTrue
            Test-LabConnection 192.168.10.77 -Quiet | Should -BeFalse
            Test-LabConnection nobody -Quiet | Should -BeFalse
        }

        It 'gives the real error for a name without an address' {
            { Test-LabConnection nobody -ErrorAction Stop } |
                Should -Throw -ErrorId 'TestConnectionException,HyperVLab.Commands.Networking.TestLabConnectionCommand'
        }

        It 'names its own computer as the one that says unreachable' {
            $reply = Test-LabConnection 192.168.10.77 -Count 1
            $reply.Status | Should -Be 'DestinationHostUnreachable'
            $reply.DisplayAddress | Should -Be '192.168.10.11'
        }

        It 'goes on with -Repeat until the pipeline has enough' {
            Test-LabConnection DC1 -Repeat | Select-Object -First 3 | Should -HaveCount 3
            (Get-LabJob -Name TestConnection).State | Should -Be 'Stopped'
        }

        It 'changes nothing under -WhatIf' {
            $before = (Get-Lab).JournalHash
            Test-LabConnection DC1 -WhatIf
            Test-LabConnection DC1 -Repeat -WhatIf
            (Get-Lab).JournalHash | Should -Be $before
        }
    }

    Context 'Test-LabConnection -AsJob' {
        It 'goes on beside other cmdlets, and Receive-Job gives each answer once' {
            $job = Test-LabConnection DC1 -Continuous -AsJob
            $job.State | Should -Be 'Suspended'
            Step-LabClock -Seconds 9.5
            $job | Receive-Job | Should -HaveCount 10
            Step-LabClock -Seconds 5
            ($job | Receive-Job).Ping | Should -Be 11, 12, 13, 14, 15
            $job | Stop-Job
            $job.State | Should -Be 'Stopped'
            (Get-LabPing).EndTime | Should -Not -BeNullOrEmpty
        }

        It 'goes on while the clock follows this computer''s, and Receive-Job sees it' {
            $job = Test-LabConnection DC1 -Continuous -AsJob
            Set-LabClock -Mode Follow -Speed 1000
            $until = (Get-Date).AddSeconds(20)
            while ((Get-LabPing).Sent -lt 10 -and (Get-Date) -lt $until) {
                Start-Sleep -Milliseconds 20
            }

            Set-LabClock -Mode Manual
            $sent = (Get-LabPing).Sent
            $sent | Should -BeGreaterThan 9
            ($job | Receive-Job).Ping | Should -Be (1..$sent)
        }

        It 'ends by itself after -Count' {
            $job = Test-LabConnection DC1 -Count 2 -AsJob
            ($job | Wait-LabJob).State | Should -Be 'Completed'
            $job | Receive-Job | Should -HaveCount 2
        }

        It 'times out first, then says unreachable, and answers again' {
            $job = Test-LabConnection DC1 -Continuous -AsJob
            Step-LabClock -Seconds 20.5
            Disconnect-LabNetAdapter $nic -ComputerName DC1
            Step-LabClock -Seconds 100
            Connect-LabNetAdapter $nic -ComputerName DC1
            Step-LabClock -Seconds 20
            ($job | Get-LabPingTimeline).Symbols | Should -Match '^!{21}\.{1,53}U{40,}!{19,}$'
            $status = ($job | Receive-Job).Status | Select-Object -Unique
            $status | Should -Be 'Success', 'TimedOut', 'DestinationHostUnreachable'
        }
    }

    Context 'Get-LabPing and Get-LabPingTimeline' {
        BeforeEach {
            Test-LabConnection DC1 -Continuous -AsJob | Out-Null
            Step-LabClock -Seconds 250
        }

        It 'count what was sent, answered and lost' {
            $ping = Get-LabPing DC1
            $ping.Sent | Should -Be 251
            $ping.Received | Should -Be 251
            $ping.Lost | Should -Be 0
            Get-LabPing none* | Should -BeNullOrEmpty
            { Get-LabPing none -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidParameter,*'
        }

        It 'draw pings under a scale and gather rows in which all were answered' {
            $drawn = (Get-LabPing | Get-LabPingTimeline).Draw(80)
            $drawn | Should -Match 'ADMIN1 -> DC1 \[192.168.10.10\] from 0.00:00:00: 251 sent, 251 answered, 0 lost'
            $drawn | Should -Match '\|0 +\|10 +\|20'
            $drawn | Should -Match '\+0 s ! all 240 answered'
            $drawn | Should -Match '\+240 s !{11}$'
        }

        It 'cut the timeline at moments and are shown as drawn' {
            (Get-LabPingTimeline DC1 -From 100 -To 00:01:50).Symbols | Should -Be ('!' * 11)
            Get-LabPingTimeline DC1 -From 100 -To 110 | Out-String | Should -Match '11 sent, 11 answered'
        }
    }

    Context 'Get-LabNetNeighbor' {
        It 'shows an entry that grows stale' {
            Test-LabConnection DC1 -Quiet | Out-Null
            $entry = Get-LabNetNeighbor 192.168.10.10 -ComputerName ADMIN1
            $entry.LinkLayerAddress | Should -Be (Get-LabNetAdapter -ComputerName DC1).PermanentAddress
            $entry.State | Should -Be 'Reachable'
            Step-LabClock -Seconds 60
            $entry.State | Should -Be 'Stale'
            Get-LabNetNeighbor -State Reachable | Should -BeNullOrEmpty
        }
    }
}
